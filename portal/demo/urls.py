"""Pages of the demo itself; there only when `settings.DEMO` is on."""

from django.urls import path

from portal.demo.mailbox import mailbox

app_name = "demo"
urlpatterns = [path("mail/", mailbox, name="mailbox")]
