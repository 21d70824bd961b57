"""What search engines and assistants read about a topic: schema.org, as JSON-LD."""

from collections.abc import Mapping
from typing import Any

OWMS = "http://standaarden.overheid.nl/owms/terms/"


def service(
    *,
    title: str,
    abstract: str,
    url: str,
    language: str,
    start_url: str,
    upl: str,
    municipality: Mapping[str, Any],
) -> dict[str, object]:
    """A topic as schema.org's GovernmentService. `municipality` as templates know it.

    `language`: the code of the one that title and abstract are in.
    """
    body: dict[str, object] = {
        "@type": "GovernmentOrganization",
        "name": municipality.get("name", ""),
    }
    return {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": title,
        "description": abstract,
        "url": url,
        **({"sameAs": f"{OWMS}{upl}"} if upl else {}),
        "inLanguage": language,
        "serviceOperator": body,
        "areaServed": {"@type": "AdministrativeArea", "name": municipality.get("name", "")},
        "availableChannel": [
            {"@type": "ServiceChannel", "serviceUrl": start_url},
            {
                "@type": "ServiceChannel",
                "servicePhone": {
                    "@type": "ContactPoint",
                    "telephone": municipality.get("phone", ""),
                },
            },
        ],
    }
