//! What a board asks itself once a year: modules and statements to start from. The wording is ours; it follows the
//! duties in the Children and Social Work Act 2017, section 1, and the statutory guidance "Applying corporate parenting
//! principles" (2018). A board changes them, and each assessment keeps the words that it was made with.

/// One part of a self-assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Module {
    pub title: &'static str,
    /// Each true or not yet true.
    pub statements: &'static [&'static str],
}

const fn module(title: &'static str, statements: &'static [&'static str]) -> Module {
    Module { title, statements }
}

/// The defaults, in their order.
pub const MODULES: [Module; 8] = [
    module(
        "Roles and framework",
        &[
            "Every councillor knows that they are a corporate parent, and what that asks of them.",
            "The seven corporate parenting principles stand behind our strategy and our papers.",
            "New councillors hear about corporate parenting in their induction.",
        ],
    ),
    module(
        "Structure and functioning of the board",
        &[
            "Meetings begin with children, and more time goes on talking than on presenting.",
            "Every item has a purpose, and ends in a decision, an action or an answer.",
            "Actions stay with us until we close them ourselves.",
        ],
    ),
    module(
        "Partners",
        &[
            "Health, police, schools and housing sit on the board and do what they said.",
            "Barriers that another committee or partner can remove are asked for by name, and followed up.",
        ],
    ),
    module(
        "Measuring impact",
        &[
            "We know what changed for children since the last meeting, not only what was done.",
            "What officers report is checked against what Link Champions see and what children say.",
        ],
    ),
    module(
        "Voice",
        &[
            "Children of every group are heard in every half-term, the very young and those far away too.",
            "Every voice has an answer, even when the answer is no, and children are told.",
            "Young people say that it makes a difference to speak to us.",
        ],
    ),
    module(
        "Champions",
        &[
            "Every theme has a Link Champion who goes to meet children once in every half-term.",
            "What a Link Champion brings back changes an agenda.",
        ],
    ),
    module(
        "Leadership and aspirations",
        &[
            "We ask of each service whether it would be good enough for our own child.",
            "The council and its partners open jobs, homes and chances to our children and care leavers.",
        ],
    ),
    module(
        "Working with scrutiny",
        &[
            "It is clear what the board does and what scrutiny does, and nothing falls between the two.",
            "Scrutiny has looked at corporate parenting in the last year.",
        ],
    ),
];
