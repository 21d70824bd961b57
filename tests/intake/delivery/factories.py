"""Partners with keys, and what is sent to them, for tests of delivery."""

import uuid
from datetime import date

from django.utils import timezone
from joserfc.jwk import KeySet, OKPKey

from intake.actions.configure_partner import configure_partner
from intake.catalogue.municipality import Municipality
from intake.delivery.document import CaseFacts, Filer, case_document
from intake.delivery.signing import public_jwks
from intake.partners.keys import read_public_keys
from intake.questionnaire.codes import About, Role
from intake.questionnaire.definition import Recipient
from intake.questionnaire.projection import ProjectedAnswer

MUNICIPALITY = Municipality(
    name="Gemeente Zeventerpen",
    oin="00000001234567890000",
    governing_body="het college",
    phone="14 0599",
    email="info@zeventerpen.example",
    address=("Terpweg 1",),
    opening_hours="9 tot 17 uur",
    url="https://zeventerpen.example",
)
RECIPIENT = Recipient(
    key="kredietbank",
    name="Kredietbank",
    role=Role.MANDAAT,
    law="Wgs",
    topics=("schuldhulp",),
    purpose="om u te helpen",
)
NAME = ProjectedAnswer(
    element="p.naam",
    label="Naam",
    question="Wat is uw naam?",
    value={"voornamen": "Zoë", "geslachtsnaam": "’t Hooft"},
    display="Zoë ’t Hooft",
    about=About.SELF,
    source="brp",
    as_of=date(2026, 11, 21),
)


class PartnerKeys:
    """What a partner keeps for itself."""

    def __init__(self) -> None:
        self.encryption = OKPKey.generate_key("X25519", auto_kid=True)
        self.signing = OKPKey.generate_key("Ed25519", auto_kid=True)

    @property
    def public(self) -> dict[str, object]:
        """What it gives us."""
        return {"keys": [k.as_dict(private=False) for k in (self.encryption, self.signing)]}

    @property
    def private(self) -> KeySet:
        """What it opens messages with."""
        return KeySet([self.encryption])


def configured(
    partner: str = "kredietbank", *, address: str = "", networks: tuple[str, ...] = ()
) -> PartnerKeys:
    """A partner with new keys."""
    keys = PartnerKeys()
    configure_partner(
        partner=partner,
        address=address,
        networks=networks,
        keys=read_public_keys(keys.public),
        now=timezone.now(),
    )
    return keys


def sender_keys() -> KeySet:
    """What the municipality publishes."""
    return KeySet.import_key_set(public_jwks())  # type: ignore[arg-type]


def case_facts(case_id: uuid.UUID | None = None) -> CaseFacts:
    """A case about debts."""
    return CaseFacts(
        id=case_id or uuid.uuid4(),
        reference="ZT-7K3M-9QXD-4R2H",
        topic="schuldhulp",
        kind="aanvraag",
        law="Wgs art. 3",
        upl="schuldhulpverlening",
        received_at=timezone.now(),
        urgent=True,
        terms=[("eerste gesprek", date(2026, 11, 25))],
    )


def document(*answers: ProjectedAnswer, case_id: uuid.UUID | None = None) -> bytes:
    """What the partner gets of it."""
    return case_document(
        municipality=MUNICIPALITY,
        case=case_facts(case_id),
        recipient=RECIPIENT,
        filer=Filer(role="zelf", assurance="substantieel"),
        answers=answers or (NAME,),
    )
