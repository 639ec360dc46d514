//! The first five of Anytown's promises.

use pledgeboard_domain::{Better, fixed::principles::Principle};

use super::super::promises::{Count, Pledge, will};

use Principle::{
    AccessToServices, BestInterests, ExpressViews, HighAspirations, SafetyAndStability, TakeViewsIntoAccount,
};

pub(super) const FIRST: [Pledge; 5] = [
    Pledge {
        title: "Reviews that are about you",
        text: "We will hold your review where and when it suits you, and start with what you want to say.",
        plain: "You choose where and when your review is. You speak first.",
        you_said: "Your review was in school time. There were too many adults.",
        theme: "heard",
        principles: &[ExpressViews, TakeViewsIntoAccount],
        owner: "marsh",
        voices: &["maths", "nine adults", "reviews", "biscuits"],
        we_will: &[
            will(
                "Hold no review in school time unless the child asks for it",
                "Reviews will not be in lessons.",
                "marsh",
                20,
            ),
            will("Ask each child who should be there", "You say who comes.", "tanner", -40),
            will("Write reviews to the child", "Your review will be a letter to you.", "marsh", 120)
                .done(131, "Reviews are now letters to you."),
        ],
        measure: Some(Count {
            text: "of reviews were held on time",
            plain: "Of every 100 reviews, 94 were on time. We want 97.",
            unit: "%",
            better: Better::Higher,
            target: 97.0,
            like_us: Some(93.0),
            england: Some(92.0),
            points: [90.0, 91.0, 92.0, 92.0, 93.0, 94.0],
            why: "Two reviewing officers joined in the summer.",
        }),
        checks: ["gggkgg", "-gg-gg", "nnnggg"],
        evidence: [
            ("94% on time; 61% began with the child's own words.", "Reviewing service, quarter 2"),
            ("Four young people told me that theirs was in lesson time.", "Half-term football"),
            ("Better than last year, still in maths.", "Children in Care Council"),
        ],
    },
    Pledge {
        title: "A home that stays",
        text: "We will not move you unless it is the right thing for you, and we will tell you why.",
        plain: "We will not move you unless it is right for you. We will tell you why.",
        you_said: "You moved home too often. Nobody told your school why you were tired.",
        theme: "stays",
        principles: &[SafetyAndStability, BestInterests, TakeViewsIntoAccount],
        owner: "brennan",
        voices: &["tired", "car", "bags", "cat", "nan"],
        we_will: &[
            will("Tell school the same day", "We will tell your school on the same day.", "brennan", 60)
                .done(66, "Schools now get a call on the day you move."),
            will("Ask you before any move", "Your social worker will ask you before you move.", "marsh", -20),
            will("30 more local foster homes", "We will find 30 more foster homes near here.", "brennan", 22),
        ],
        measure: Some(Count {
            text: "moved three or more times",
            plain: "Last year 11 in every 100 of you moved three times or more. We want it to be 8 or fewer.",
            unit: "%",
            better: Better::Lower,
            target: 8.0,
            like_us: Some(10.0),
            england: Some(10.0),
            points: [8.5, 8.9, 9.4, 9.1, 10.4, 11.0],
            why: "Four foster families retired and only twelve of thirty new homes have been found.",
        }),
        checks: ["ggkkkk", "-gg-gg", "nngnnn"],
        evidence: [
            (
                "Every school was told on the day; moves are planned by a panel.",
                "Placements report, quarter 2",
            ),
            ("Three who moved said that school found out from them, days later.", "Pizza night"),
            ("Eleven of fourteen say that they were told, not asked.", "Pizza night, hands up"),
        ],
    },
    Pledge {
        title: "Safe where you live",
        text: "We will make sure that you feel safe and private in your own room, and know whom to tell at any hour.",
        plain: "You will feel safe in your room. You will know who to tell, day or night.",
        you_said: "Some doors do not lock. At night you do not know who to tell.",
        theme: "safe",
        principles: &[SafetyAndStability, BestInterests],
        owner: "brennan",
        voices: &["lock", "who to tell", "moved bedroom", "box"],
        we_will: &[
            will(
                "Working locks on every bedroom door in our homes",
                "Every bedroom door will lock.",
                "brennan",
                14,
            ),
            will(
                "A card with the night number for every child",
                "You get a card with the night number.",
                "tanner",
                -30,
            ),
            will("Young inspectors visit each home once a year", "", "adeyemi", -120),
        ],
        measure: Some(Count {
            text: "say that they feel safe where they live",
            plain: "Of every 100 of you, 86 feel safe at home. We want 95.",
            unit: "%",
            better: Better::Higher,
            target: 95.0,
            like_us: None,
            england: Some(89.0),
            points: [80.0, 82.0, 82.0, 84.0, 85.0, 86.0],
            why: "",
        }),
        checks: ["ggkkkg", "--g-nn", "n?gg-g"],
        evidence: [
            ("Locks are ordered for Elm Lodge; the other two homes are done.", "Homes report, quarter 2"),
            ("Two of nine bedroom doors do not lock.", "Young inspectors at Elm Lodge"),
            ("Most feel safe; most would not know whom to tell at night.", "Survey of 34"),
        ],
    },
    Pledge {
        title: "Backing at school",
        text: "We will back you at school as any pushy parent would, with a laptop, a tutor and someone on your side.",
        plain: "We will back you at school. You get a laptop, a tutor and someone on your side.",
        you_said: "You waited weeks for a laptop. Your school plan is hard to read.",
        theme: "school",
        principles: &[HighAspirations, AccessToServices],
        owner: "rahman",
        voices: &["laptop", "pep", "tutor", "trip"],
        we_will: &[
            will(
                "A laptop within five school days of starting",
                "You get a laptop in your first week.",
                "rahman",
                8,
            ),
            will(
                "School trips signed by carers, not by the office",
                "Your carer can sign for trips.",
                "marsh",
                150,
            )
            .done(160, "Carers can now sign for school trips."),
            will("Education plans that fit on one page", "", "rahman", -60),
        ],
        measure: Some(Count {
            text: "have an education plan that is up to date",
            plain: "Of every 100 of you, 96 have a school plan that is up to date.",
            unit: "%",
            better: Better::Higher,
            target: 98.0,
            like_us: Some(92.0),
            england: None,
            points: [88.0, 90.0, 93.0, 95.0, 96.0, 96.0],
            why: "The Virtual School now writes the first draft with the child.",
        }),
        checks: ["gkkkkk", "-g-gg-", "ggg-gg"],
        evidence: [
            (
                "96% of plans are up to date; 71% rated good by the school improvement lead.",
                "Virtual School report",
            ),
            ("Three at the club had waited between four and seven weeks for a laptop.", "Homework club"),
            ("Tutors are great. Laptops are late.", "Homework club, dots on a wall"),
        ],
    },
    Pledge {
        title: "Help when you feel low",
        text: "We will see that you get help with your mind as fast as with a broken arm.",
        plain: "When you feel low, you will get help fast.",
        you_said: "You waited two years for help.",
        theme: "healthy",
        principles: &[BestInterests, AccessToServices],
        owner: "nair",
        voices: &["waiting", "sleep", "gym"],
        we_will: &[
            will(
                "First appointment with CAMHS within six weeks of asking",
                "You will be seen in six weeks.",
                "nair",
                45,
            ),
            will(
                "A gym pass for everyone over eleven",
                "Everyone over eleven gets a gym pass.",
                "adeyemi",
                -75,
            ),
        ],
        measure: Some(Count {
            text: "weeks from asking for help to the first appointment",
            plain: "You wait 15 weeks for help. We want 6.",
            unit: "weeks",
            better: Better::Lower,
            target: 6.0,
            like_us: Some(14.0),
            england: None,
            points: [19.0, 18.0, 18.0, 17.0, 16.0, 15.0],
            why: "Counted from asking since the summer, as young people count it.",
        }),
        checks: ["gggggg", "-n-n--", "nnnnnn"],
        evidence: [
            ("Fifteen weeks from asking; six from assessment.", "Health report, quarter 2"),
            ("Nobody I met had been seen within the term.", "Health drop-in"),
            ("Twelve of twelve put “not yet”.", "Children in Care Council"),
        ],
    },
];
