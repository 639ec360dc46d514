//! The reports that most boards have every year: to begin with, and to change.

/// What a standing report begins as.
#[derive(Debug, Clone, Copy)]
pub struct UsualReport {
    pub title: &'static str,
    pub author: &'static str,
    /// 1 to 12.
    pub month: i64,
    pub must_cover: &'static str,
}

const fn report(
    title: &'static str,
    author: &'static str,
    month: i64,
    must_cover: &'static str,
) -> UsualReport {
    UsualReport { title, author, month, must_cover }
}

/// By the academic year's months. The Virtual School's comes when exam results are known; the Independent Reviewing
/// Officers' report is yearly under the IRO Handbook (2010), paragraph 7.11.
pub const USUAL_REPORTS: &[UsualReport] = &[
    report(
        "Independent Reviewing Officers’ annual report",
        "the IRO service",
        9,
        "Reviews on time, what children said at them, disputes raised and how they ended.",
    ),
    report(
        "Virtual School Head’s annual report",
        "the Virtual School Head",
        10,
        "Exam results, absence, suspensions, education plans, and how the pupil premium was spent.",
    ),
    report(
        "Health of children in our care",
        "the designated doctor and nurse",
        11,
        "Health assessments and dental checks on time, emotional health, and how long a child waits for help.",
    ),
    report(
        "Care leavers: homes, work and keeping in touch",
        "the leaving care service",
        1,
        "Suitable homes, education and work at 17 to 21, pathway plans, and the local offer.",
    ),
    report(
        "Enough homes: the sufficiency strategy",
        "the placements service",
        3,
        "Who needs a home, who found one near their school, moves, and brothers and sisters apart.",
    ),
    report(
        "Fostering and adoption services",
        "the fostering and adoption services",
        5,
        "Carers who joined and left and why, children who wait, and what carers say.",
    ),
    report(
        "The board’s own annual report",
        "the chair",
        6,
        "What children said and what became of it, each promise, and what the board could not move.",
    ),
];
