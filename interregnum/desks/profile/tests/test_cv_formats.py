"""JSON Resume and both kinds of Europass XML say the same of the same life: as a command, and handed in on a page."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from interregnum.people.models import CvFile
from tests import world

RESUME = {
    "basics": {
        "name": "Nora Nieuw",
        "email": "nora@example.org",
        "phone": "06-12345678",
        "location": {"city": "Zwolle", "countryCode": "NL"},
    },
    "work": [
        {"name": "Bank De Proef", "position": "Finance manager", "startDate": "2019-03-01"},
        {"name": "Proefpolis", "position": "Controller", "startDate": "2015-01-01", "endDate": "2019-02-28"},
    ],
    "education": [{"institution": "Hogeschool Windesheim", "area": "Accountancy", "endDate": "2008-07-01"}],
    "languages": [{"language": "Nederlands"}, {"language": "Engels"}],
}
PASSPORT = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Nora</FirstName><Surname>Nieuw</Surname></PersonName><ContactInfo>
<Address><Contact><Municipality>Zwolle</Municipality></Contact></Address>
<Email><Contact>nora@example.org</Contact></Email>
<TelephoneList><Telephone><Contact>06-12345678</Contact></Telephone></TelephoneList></ContactInfo></Identification>
<WorkExperienceList>
<WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period>
<Position><Label>Finance manager</Label></Position><Employer><Name>Bank De Proef</Name></Employer></WorkExperience>
<WorkExperience><Period><From year="2015" month="--01"/><To year="2019" month="--02"/></Period>
<Position><Label>Controller</Label></Position><Employer><Name>Proefpolis</Name></Employer></WorkExperience>
</WorkExperienceList>
<EducationList><Education><Period><To year="2008"/></Period><Title>Accountancy</Title>
<Organisation><Name>Hogeschool Windesheim</Name></Organisation></Education></EducationList>
<Skills><Linguistic>
<MotherTongueList><MotherTongue><Description><Code>nl</Code></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Code>en</Code></Description></ForeignLanguage></ForeignLanguageList>
</Linguistic></Skills></LearnerInfo></SkillsPassport>"""
CANDIDATE = """<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"
 xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0">
<CandidatePerson><PersonName><oa:GivenName>Nora</oa:GivenName><hr:FamilyName>Nieuw</hr:FamilyName></PersonName>
<Communication><ChannelCode>Telephone</ChannelCode><oa:DialNumber>06-12345678</oa:DialNumber></Communication>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>nora@example.org</oa:URI></Communication>
<Communication><UseCode>home</UseCode><Address><oa:CityName>Zwolle</oa:CityName></Address></Communication>
<PrimaryLanguageCode>nl</PrimaryLanguageCode></CandidatePerson><CandidateProfile><EmploymentHistory>
<EmployerHistory><hr:OrganizationName>Bank De Proef</hr:OrganizationName><PositionHistory>
<PositionTitle>Finance manager</PositionTitle><eures:EmploymentPeriod>
<eures:StartDate><hr:FormattedDateTime>2019-03</hr:FormattedDateTime></eures:StartDate>
<hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod></PositionHistory></EmployerHistory>
<EmployerHistory><hr:OrganizationName>Proefpolis</hr:OrganizationName><PositionHistory>
<PositionTitle>Controller</PositionTitle><eures:EmploymentPeriod>
<eures:StartDate><hr:FormattedDateTime>2015-01</hr:FormattedDateTime></eures:StartDate>
<eures:EndDate><hr:FormattedDateTime>2019-02</hr:FormattedDateTime></eures:EndDate>
</eures:EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>Hogeschool Windesheim</hr:OrganizationName>
<AttendancePeriod><EndDate><hr:FormattedDateTime>2008-06</hr:FormattedDateTime></EndDate></AttendancePeriod>
<EducationDegree><hr:DegreeName>Accountancy</hr:DegreeName></EducationDegree></EducationOrganizationAttendance>
</EducationHistory><PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID>
<hr:TaxonomyID>language</hr:TaxonomyID></PersonCompetency></PersonQualifications></CandidateProfile></Candidate>"""
FILES = {
    "resume.json": json.dumps(RESUME).encode(),
    "passport.xml": PASSPORT.encode(),
    "candidate.xml": CANDIDATE.encode(),
}
LIFE = {
    "name": "Nora Nieuw",
    "email": "nora@example.org",
    "phone": "06-12345678",
    "city": "Zwolle",
    "languages": ["nl", "en"],
    "positions": [
        {"employer": "Bank De Proef", "title": "Finance manager", "start": "2019-03", "end": None},
        {"employer": "Proefpolis", "title": "Controller", "start": "2015-01", "end": "2019-02"},
    ],
    "education": [{"title": "Accountancy", "institute": "Hogeschool Windesheim", "year": 2008}],
}


@pytest.mark.parametrize("name", FILES)
def test_the_command_reads_it(name, tmp_path, capsys):
    (tmp_path / name).write_bytes(FILES[name])
    call_command("read_cv", str(tmp_path / name), "--json")
    read = json.loads(capsys.readouterr().out)
    assert {key: read[key] for key in LIFE} == LIFE


@pytest.mark.django_db
@pytest.mark.parametrize("name", FILES)
def test_the_page_reads_it_field_by_field(cast, name):
    window = world.browser(cast.anton)
    form = {"file": SimpleUploadedFile(name, FILES[name]), "consent": "not_yet"}
    answer = window.post(reverse("bureau:people-cv-new"), form)
    assert answer.status_code == 302
    read = CvFile.objects.latest("pk").read
    assert {key: read[key] for key in LIFE} == LIFE
    page = window.get(answer.headers["Location"]).content
    assert b"Finance manager" in page
    assert b"Hogeschool Windesheim" in page
