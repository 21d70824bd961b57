"""A tiny OpenID Connect issuer that can be told to lie."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from portal.accounts.digid.tokens import BSN_CLAIM, SUBSTANTIAL
from tests.portal.accounts.factories import BSN

HONEST_KEY = RSAKey.generate_key(2048, {"kid": "honest", "use": "sig", "alg": "PS256"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "honest", "use": "sig", "alg": "PS256"})


class Issuer:
    """Says what it is told: `token` and `userinfo` replace claims, None removes one."""

    def __init__(self) -> None:
        self.address = ""
        self.client_id = "voordeur"
        self.key = HONEST_KEY
        self.token: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.document: dict[str, Any] = {}
        self.asked: dict[str, dict[str, str]] = {}
        self.verifiers: list[str] = []

    def log_in(self, address: str) -> str:
        """Follow the browser here and back: the query of the callback."""
        asked = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(8)
        self.asked[code] = asked
        return urlencode({"code": code, "state": asked["state"], "iss": self.address})

    def answer(self, path: str, form: dict[str, str]) -> dict[str, Any]:
        """The document for a path."""
        pages: dict[str, Callable[[], Any]] = {
            "/.well-known/openid-configuration": self._document,
            "/jwks": lambda: KeySet([HONEST_KEY]).as_dict(private=False),
            "/me": lambda: _said({"sub": "subject-1", "email": "x@post.example"}, self.userinfo),
        }
        document: dict[str, Any] = self._exchange(form) if path == "/token" else pages[path]()
        return document

    def _document(self) -> dict[str, Any]:
        document = {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/auth",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/me",
            "jwks_uri": f"{self.address}/jwks",
            "authorization_response_iss_parameter_supported": True,
        }
        return _said(document, self.document)

    def _exchange(self, form: dict[str, str]) -> dict[str, Any]:
        asked = self.asked.pop(form["code"])
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (asked["code_challenge_method"], asked["code_challenge"]) != ("S256", challenge):
            return {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": self.client_id,
            "sub": "subject-1",
            "nonce": asked["nonce"],
            "acr": SUBSTANTIAL,
            "iat": now,
            "exp": now + 300,
            "auth_time": now,
            BSN_CLAIM: BSN,
        }
        header = {"alg": "PS256", "kid": "honest"}
        token = jwt.encode(header, _said(claims, self.token), self.key, algorithms=["PS256"])
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": token}


def _said(truth: dict[str, Any], lies: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**truth, **lies}.items() if value is not None}


@contextmanager
def running() -> Iterator[Issuer]:
    """An issuer that listens on this machine."""
    issuer = Issuer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._send({key: values[0] for key, values in parse_qs(body).items()})

        def _send(self, form: dict[str, str]) -> None:
            content = json.dumps(issuer.answer(self.path, form)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Silence."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        issuer.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield issuer
        server.shutdown()
        thread.join()
