"""Names for people who do not exist, in families of names that are found together."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Family names and given names, each a line of words; `share` of a thousand people have such names."""

    share: int
    family: str
    women: str
    men: str


NAMES = (
    Names(
        640,
        "Ashworth Atkinson Bainbridge Barker Bell Birch Booth Bradley Briggs Brook Carver Clegg Cooper Cross "
        "Dawson Dent Ellis Fairbrother Farrow Fielding Fletcher Garside Gibson Greenwood Hargreaves Hartley Haigh "
        "Hobson Holroyd Hudson Iveson Jagger Kershaw Lister Lockwood Lumb Marsden Midgley Naylor Newsome Ogden "
        "Parkin Pickles Priestley Ramsden Rawson Redfern Robinson Shackleton Sharples Stead Sutcliffe Sykes Tate "
        "Thackray Thornton Turner Wainwright Walker Whitaker Wilkinson Womersley Woodhead",
        "Agnes Ann Audrey Barbara Beryl Betty Brenda Carol Christine Dorothy Edith Eileen Elsie Evelyn Freda "
        "Gladys Hilda Irene Ivy Jean Joan Joyce Judith Kathleen Lilian Linda Mabel Margaret Marjorie Mary Maureen "
        "Mavis Mildred Muriel Norma Olive Patricia Pauline Phyllis Rita Rose Sheila Shirley Susan Sylvia Vera "
        "Winifred",
        "Albert Alan Arnold Arthur Barry Bernard Brian Cyril David Dennis Derek Donald Douglas Edward Eric Ernest "
        "Frank Fred George Gerald Gordon Graham Harold Harry Herbert Jack James John Keith Kenneth Leonard Leslie "
        "Malcolm Norman Peter Raymond Reginald Roger Ronald Roy Sidney Stanley Terence Thomas Trevor Walter "
        "Wilfred William",
    ),
    Names(
        70,
        "Brennan Byrne Campbell Doyle Evans Fraser Gallagher Griffiths Hughes Kelly Llewellyn Macleod McBride "
        "McKay Morgan Murphy O'Connor O'Neill Owen Pritchard Quinn Rees Ryan Sutherland Walsh",
        "Bridget Bronwen Catriona Deirdre Eirlys Fiona Glenys Gwen Isla Mair Maeve Megan Moira Morag Noreen Nuala "
        "Sheena",
        "Aled Alasdair Brendan Callum Dafydd Declan Desmond Emlyn Fergus Gareth Hamish Huw Ieuan Kevin Niall Seamus",
    ),
    Names(
        120,
        "Ahmed Akhtar Ali Begum Bhatti Chaudhry Das Gill Hussain Iqbal Kaur Khan Mahmood Malik Mistry Nair Patel "
        "Rahman Rao Sandhu Shah Sharma Siddiqui Singh",
        "Amina Bushra Fatima Gurpreet Hansa Jasbir Kamla Lakshmi Manjit Meena Nasreen Parveen Rukhsana Saroj "
        "Shanta Surinder Tahira Usha Zainab",
        "Abdul Ashok Balbir Bashir Dilip Farooq Gurdev Harbhajan Imran Jagdish Kishor Mohammed Nasir Rajinder "
        "Ramesh Sajid Suresh Tariq Yusuf",
    ),
    Names(
        80,
        "Adeyemi Asante Baptiste Blake Boateng Campbell-Reid Chikwava Danso Eze Francis Grant Joseph Mensah Moyo "
        "Ndlovu Nwosu Ogunleye Okafor Osei Samuels Warsame Wilmot",
        "Abena Adaeze Blessing Claudette Comfort Esi Folasade Grace Hyacinth Ifeoma Joy Merlene Ngozi Patience "
        "Sahra Thandiwe Yvonne",
        "Chidi Clive Cuthbert Emeka Everton Femi Hassan Isaac Kofi Kwame Lloyd Obinna Samuel Tendai Winston",
    ),
    Names(
        60,
        "Adamczyk Bondarenko Dąbrowski Horvat Ionescu Jankowski Kowalczyk Kravchuk Lewandowski Mazur Novák Petrov "
        "Popescu Wiśniewski Zieliński",
        "Anna Danuta Elena Halina Irena Ivana Jadwiga Katarzyna Krystyna Ludmila Maria Oksana Teresa Wanda",
        "Andrei Bogdan Henryk Ivan Jan Janusz Jerzy Kazimierz Mihai Pavel Roman Stanisław Tadeusz Viktor Zbigniew",
    ),
    Names(
        30,
        "Chan Chen Cheung Kwok Lam Leung Lin Nguyen Tan Tran Wong Yip",
        "Hoa Hui Lan Li-Hua Mei Mei-Ling Siu-Fong Thi Wai-Ling Xiu Yuk",
        "Chi-Keung Hung Jian Kam-Wing Minh Tao Van Wai Wei Yiu",
    ),
)

STREETS = (
    "Alder Bank", "Beck Side", "Chapel Fold", "Curlew Way", "Dyehouse Lane", "Fell View", "Foundry Street", "Goit Lane",
    "Heron Court", "Kestrel Close", "Ling Terrace", "Mill Hey", "Moorgate Rise", "Packhorse Road", "Quarry Mount",
    "Rowan Drive", "Springwell Road", "Tenter Croft", "Tarn Street", "Wagon Lane", "Weir Street", "Whin Lane",
)  # fmt: skip
TOWNS = dict(zip("123456789", (
    *["Northmoor"] * 3, *["Fellside"] * 2, "Harrow Beck", "Upper Ghyll", "Kelder Bridge", "Saltby",
), strict=True))  # fmt: skip
"""Sector of the postcode -> town. The hub of the example looks after all but the last two."""

PRACTICES = dict(zip("123456789", (
    "ZZ7001", "ZZ7002", "ZZ7002", "ZZ7003", "ZZ7003", "ZZ7004", "ZZ7004", "ZZ7005", "ZZ7101",
), strict=True))  # fmt: skip
"""Sector of the postcode -> the practice that most who live there have."""
