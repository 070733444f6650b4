"""The headings under which people keep what a column holds, in letters and digits alone."""

from app.intake.lists.fields import OF_KIND, Field, ListKind, plain

_HEADINGS = {
    Field.NAME: "name patient patientname fullname person surnameforename namesurnamefirst",
    Field.FAMILY: "surname familyname family lastname",
    Field.GIVEN: "forename forenames firstname givenname given givennames",
    Field.BIRTH_DATE: "dob dateofbirth birthdate born datebirth",
    Field.SEX: "sex gender mf",
    Field.NHS_NUMBER: "nhs nhsno nhsnumber nhsnum nhsid",
    Field.HOSPITAL_NUMBER: (
        "hospitalnumber hospitalno hospno hosp hospid mrn unitnumber unitno patientid pasid pasnumber knumber "
        "districtnumber localid"
    ),
    Field.WARD: "ward wardname wardcode currentward location area",
    Field.BED: "bed bedno bednumber baybed bedspace bay space",
    Field.ADMITTED: (
        "admitted admissiondate admitdate doa dateofadmission admissiondatetime dateadmitted admission adm "
        "admdate admittedon inpatientsince"
    ),
    Field.ADMITTED_TIME: "admissiontime timeofadmission admittime admtime",
    Field.CRITERIA: (
        "ctr criteria criteriatoreside meetsctr meetscriteria c2r nctr reside righttoreside r2r mffd mo "
        "medicallyfit medicallyoptimised fit"
    ),
    Field.READY_SINCE: (
        "readysince ready nctrdate nctrsince mffddate mffdsince drd dischargereadydate modate fitdate "
        "medicallyfitdate dateready readydate nolongermeetssince"
    ),
    Field.EXPECTED_DISCHARGE: (
        "edd expecteddischarge expecteddischargedate expecteddateofdischarge pdd planneddischarge eddpdd "
        "estimateddischargedate"
    ),
    Field.PATHWAY: "pathway path pw dischargepathway pathwaygiven",
    Field.REFERRED: (
        "referred referraldate referredon datereferred refdate dateofreferral referralreceived received datereceived"
    ),
    Field.CASE_MANAGER: (
        "casemanager manager cm owner allocatedto worker caseholder coordinator lead keyworker allocated assignedto"
    ),
    Field.STAGE: "stage status column state progress",
    Field.NOTES: "notes needs comments comment plan update reason referralreason details action actions nextsteps",
}

_BY_HEADING = {heading: field for field, headings in _HEADINGS.items() for heading in headings.split()}

_ASKS_WHETHER_READY = {"nctr", "mffd", "mo", "medicallyfit", "medicallyoptimised", "fit"}


def field_of_heading(heading: str, kind: ListKind) -> Field | None:
    """What a heading says that its column holds, as far as this kind of list may hold it."""
    field = _BY_HEADING.get(plain(heading))
    return field if field in OF_KIND[kind] else None


def asks_whether_ready(heading: str) -> bool:
    """Whether *yes* in this column means that the criteria are no longer met ("MFFD"), and not that they are."""
    return plain(heading) in _ASKS_WHETHER_READY
