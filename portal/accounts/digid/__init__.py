"""Log-in with DigiD through an OpenID Connect broker, stricter than allauth's own client.

`tokens` judges a token (pure), `broker` fetches what a broker publishes, `provider` and
`adapter` fit both into allauth's flow, `views` are the two addresses of that flow.
"""
