//! The last five of Anytown's promises.

use pledgeboard_domain::{Better, fixed::principles::Principle};

use super::super::promises::{Count, Pledge, will};

use Principle::{
    AccessToServices, BestInterests, ExpressViews, HighAspirations, PreparationForAdulthood,
    SafetyAndStability, TakeViewsIntoAccount,
};

pub(super) const LAST: [Pledge; 5] = [
    Pledge {
        title: "Brothers and sisters",
        text: "We will keep brothers and sisters together, and where we cannot, you will see each other every month.",
        plain: "We will keep you with your brothers and sisters. If we cannot, you will meet every month.",
        you_said: "Your time together was cancelled. There was no driver.",
        theme: "stays",
        principles: &[SafetyAndStability, BestInterests],
        owner: "brennan",
        voices: &["brother", "driver", "birthday", "sleepover"],
        we_will: &[
            will(
                "A pool of six drivers for family time",
                "We will have six drivers for family time.",
                "brennan",
                30,
            )
            .done(34, "We have six drivers now."),
            will(
                "Sleepovers between approved foster homes",
                "You can sleep over at each other's homes.",
                "brennan",
                -50,
            ),
        ],
        measure: Some(Count {
            text: "brothers and sisters apart who met every month",
            plain: "Of every 100 of you who live apart, 58 met every month.",
            unit: "%",
            better: Better::Higher,
            target: 90.0,
            like_us: None,
            england: None,
            points: [41.0, 44.0, 47.0, 50.0, 52.0, 58.0],
            why: "Drivers since this term.",
        }),
        checks: ["nggggg", "---n-g", "nnnn-g"],
        evidence: [
            ("58% met every month, and rising.", "Placements report, quarter 2"),
            ("Families at the picnic now have a driver's name.", "Calls to four families"),
            ("“We met twice this month.” Others once.", "Postcards, nineteen"),
        ],
    },
    Pledge {
        title: "Someone to call",
        text: "We will give you a worker who stays and rings you back, and someone to call at any time.",
        plain: "Your worker will stay and ring you back. There will be someone to call at any time.",
        you_said: "You had too many workers. Bad things happen on a Sunday.",
        theme: "call",
        principles: &[AccessToServices, SafetyAndStability],
        owner: "marsh",
        voices: &["rings", "sunday", "leaflet", "social workers"],
        we_will: &[
            will("Ring back within two working days", "We will ring you back in two days.", "marsh", 90)
                .done(95, "Advisers ring back in two days."),
            will("One number, answered at any hour by somebody with your file", "", "marsh", -10),
        ],
        measure: Some(Count {
            text: "had the same social worker all year",
            plain: "Of every 100 of you, 63 had one social worker all year. We want 80.",
            unit: "%",
            better: Better::Higher,
            target: 80.0,
            like_us: Some(61.0),
            england: None,
            points: [54.0, 55.0, 58.0, 60.0, 62.0, 63.0],
            why: "Agency workers fell from 19 to 8.",
        }),
        checks: ["ggggkk", "g-gggg", "nnnngn"],
        evidence: [
            ("91% of calls returned within two working days.", "Leaving care report, quarter 2"),
            ("Calls are returned in the week; nobody had the night number.", "Care leavers' drop-in"),
            ("“Ring me back on a Sunday and I'll say kept.”", "Care Leavers' Forum"),
        ],
    },
    Pledge {
        title: "A proper start as an adult",
        text: "We will see that you leave with a home, a bed, a kettle, money that works, and no court letters from us.",
        plain: "You will leave with a home, a bed and a kettle. We will not send you court letters.",
        you_said: "You got keys and no kettle. The council sent you court letters.",
        theme: "adult",
        principles: &[PreparationForAdulthood, SafetyAndStability],
        owner: "marsh",
        voices: &["kettle", "tax", "court", "savings", "staying"],
        we_will: &[
            will(
                "No council tax for care leavers under 25",
                "You pay no council tax until you are 25.",
                "adeyemi",
                200,
            )
            .done(212, "You pay no council tax until you are 25."),
            will(
                "A starter box in every first home on the first day",
                "A box with a kettle waits in your first home.",
                "marsh",
                5,
            ),
            will("Every young person is told their savings by 16", "", "marsh", -100),
        ],
        measure: Some(Count {
            text: "care leavers of 19 to 21 in suitable homes",
            plain: "Of every 100 of you, 88 live in a good home. We want 95.",
            unit: "%",
            better: Better::Higher,
            target: 95.0,
            like_us: Some(89.0),
            england: Some(88.0),
            points: [85.0, 85.0, 86.0, 87.0, 87.0, 88.0],
            why: "",
        }),
        checks: ["gggggg", "-ggg-g", "nnggg?"],
        evidence: [
            (
                "88% in suitable homes; starter boxes bought, not yet stored.",
                "Leaving care report, quarter 2",
            ),
            (
                "Everybody at Cook and talk pays no council tax; one had a letter all the same.",
                "Cook and talk",
            ),
            ("Too few were asked this half-term to say.", "Care Leavers' Forum"),
        ],
    },
    Pledge {
        title: "Work and chances",
        text: "We will open our own doors first: work experience, apprenticeships and interviews across the council.",
        plain: "We will give you chances to work with us first.",
        you_said: "You need references to get work. You do not have any yet.",
        theme: "adult",
        principles: &[HighAspirations, PreparationForAdulthood],
        owner: "marsh",
        voices: &["apprentice", "driving", "nurse training"],
        we_will: &[
            will(
                "Ten apprenticeships kept for care leavers each year",
                "Ten jobs to learn in are kept for you.",
                "marsh",
                -130,
            ),
            will("The board writes references", "We will write you a reference.", "yusuf", -25),
        ],
        measure: None,
        checks: ["nngggg", "--n-gg", "nnnngg"],
        evidence: [
            ("Six of ten apprenticeships are filled.", "Human resources"),
            ("Met two apprentices in parks; both want to stay.", "Visit to the parks depot"),
            ("Better, if you can drive.", "Care Leavers' Forum"),
        ],
    },
    Pledge {
        title: "We tell you what happened",
        text: "We will answer everything you tell us, even when the answer is no, and say why.",
        plain: "We will answer what you tell us. If it is no, we will say why.",
        you_said: "You always say thank you. Then nothing happens.",
        theme: "heard",
        principles: &[TakeViewsIntoAccount, ExpressViews],
        owner: "tanner",
        voices: &["letters", "words", "second", "vote"],
        we_will: &[
            will(
                "An answer to every voice within a half-term",
                "You get an answer within half a term.",
                "tanner",
                -12,
            ),
            will("Children's items first on every agenda", "You come first at our meetings.", "yusuf", 140)
                .done(150, "You now come first at our meetings."),
            will(
                "A report that children can read after every meeting",
                "You get a report after each meeting.",
                "tanner",
                40,
            ),
        ],
        measure: Some(Count {
            text: "of what was said got an answer within a half-term",
            plain: "Of every 100 things you told us, 74 got an answer in time.",
            unit: "%",
            better: Better::Higher,
            target: 100.0,
            like_us: None,
            england: None,
            points: [22.0, 35.0, 48.0, 59.0, 70.0, 74.0],
            why: "Link Champions bring answers back to the next event.",
        }),
        checks: ["nngggg", "-ngggg", "nnnggg"],
        evidence: [
            ("74% answered within the half-term.", "Participation report"),
            ("Half of those I met had heard back about the summer.", "Half-term football"),
            ("“You came back. You said no, but you came back.”", "Children in Care Council"),
        ],
    },
];
