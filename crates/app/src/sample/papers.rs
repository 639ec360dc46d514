//! The papers of Anytown's meetings: small PDFs, made here.

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_documents::{
    RenderOptions,
    block::{Block, Document, Style, Table},
    page_count, pdf,
};
use pledgeboard_domain::{Access, AccessKind, Paper};

use super::{calendar::Calendar, ids::id, meetings};
use crate::{
    error::{AppError, Outcome},
    transfer::Records,
};

struct Report {
    key: &'static str,
    /// The meeting whose papers it is among.
    meeting: &'static str,
    title: &'static str,
    plain: &'static str,
    author: &'static str,
    exempt: Option<(&'static [u8], &'static str)>,
    sections: &'static [(&'static str, &'static [&'static str])],
    /// Headings, then rows.
    table: &'static [&'static [&'static str]],
}

const REPORTS: [Report; 6] = [
    Report {
        key: "moves",
        meeting: "next",
        title: "Moves and who was told, quarter 2",
        plain: "How many of you moved home, and if your school was told.",
        author: "Tom Brennan, Head of Placements",
        exempt: None,
        sections: &[
            (
                "What changed and why",
                &[
                    "Eleven in every hundred children in our care have moved three or more times in the year. A year ago it \
                     was eight and a half. Four foster families retired in the summer; most of the moves followed.",
                    "Every school was told on the day of the move, by an automatic message to the school's office.",
                ],
            ),
            (
                "What children say",
                &[
                    "The Children in Care Council asked that somebody rings a person at school, not an office.",
                ],
            ),
            (
                "The decision for the board",
                &["Whether a named person at each school should be rung on the day, and who rings."],
            ),
            ("Would this be good enough for my child?", &["Not yet."]),
        ],
        table: &[
            &["Half-term", "Moves", "Planned", "In an emergency"],
            &["Spring 1", "14", "9", "5"],
            &["Spring 2", "12", "7", "5"],
            &["Summer 1", "17", "11", "6"],
            &["Summer 2", "21", "12", "9"],
            &["Autumn 1", "19", "13", "6"],
        ],
    },
    Report {
        key: "homes",
        meeting: "next",
        title: "Thirty more foster homes: what holds us back",
        plain: "Why we have found 12 new homes and not 30.",
        author: "Helen Marsh, Director of Children's Services, with Housing and Anytown and Vale NHS",
        exempt: None,
        sections: &[
            (
                "Where we are",
                &[
                    "Twelve of thirty new foster homes are approved. Nine families are part of the way through.",
                ],
            ),
            (
                "What holds us back",
                &[
                    "Five families have no spare room and would have one with a small grant.",
                    "Three live in council homes and wait for a larger one behind others on the list.",
                    "Two wait for a medical report from their own doctor.",
                ],
            ),
            (
                "Who can remove it",
                &[
                    "Housing can change the order of the list. The NHS can pay doctors for the report. Cabinet can fund grants.",
                ],
            ),
        ],
        table: &[
            &["Barrier", "Families", "Who can remove it"],
            &["No spare room", "5", "Cabinet, by a grant"],
            &["Larger council home", "3", "Housing"],
            &["Doctor's report", "2", "NHS"],
        ],
    },
    Report {
        key: "inspection",
        meeting: "next",
        title: "Elm Lodge: inspection and what the young inspectors found",
        plain: "",
        author: "Tom Brennan, Head of Placements",
        exempt: Some((&[1, 2], "It would show which children live in the home.")),
        sections: &[
            ("The judgement", &["Elm Lodge was judged to require improvement to be good."]),
            (
                "What the young inspectors found",
                &["Two bedroom doors do not lock. The complaints box was empty and its key was lost."],
            ),
            (
                "What happens now",
                &["A plan for each of the children who live there is at the end of this report."],
            ),
        ],
        table: &[],
    },
    Report {
        key: "school",
        meeting: "first",
        title: "Virtual School report, spring",
        plain: "How school is going for you.",
        author: "Dr Nadia Rahman, Virtual School Head",
        exempt: None,
        sections: &[(
            "In short",
            &["93% of education plans are up to date. Eleven children are without a full timetable."],
        )],
        table: &[
            &["Measure", "This spring", "Last spring"],
            &["Plans up to date", "93%", "85%"],
            &["Attendance", "91%", "90%"],
            &["Tutored at home", "46", "31"],
        ],
    },
    Report {
        key: "health",
        meeting: "second",
        title: "Waiting for help with feelings",
        plain: "How long you wait for help when you feel low.",
        author: "Priya Nair, Designated Nurse for Children in Care",
        exempt: None,
        sections: &[
            ("The wait", &["Eighteen weeks from asking; nine from assessment."]),
            (
                "What would shorten it",
                &["A worker in the Youth Hub on two evenings a week, paid for by both of us."],
            ),
        ],
        table: &[],
    },
    Report {
        key: "provider",
        meeting: "second",
        title: "Beech Lodge: notice by the provider",
        plain: "",
        author: "Tom Brennan, Head of Placements",
        exempt: Some((&[1, 3], "It concerns a business and would show where particular children live.")),
        sections: &[(
            "Notice",
            &["The provider has given three months' notice. Four children live at Beech Lodge."],
        )],
        table: &[],
    },
];

/// Adds the papers, and gives their files in the same order.
pub(super) fn add(to: &mut Records, calendar: &Calendar) -> Outcome<Vec<Vec<u8>>> {
    let mut files = vec![];
    for it in &REPORTS {
        let added_on = meetings::day(calendar, it.meeting)
            .map_or(calendar.today, |day| (day - chrono::Days::new(16)).min(calendar.today));
        let document = document(it);
        let file = written(&document, added_on)?;
        to.papers.push(Paper {
            id: id("paper", it.key),
            version: 1,
            title: it.title.into(),
            plain_summary: it.plain.into(),
            file_name: format!("{}.pdf", it.key),
            // The store knows it once it keeps the file.
            hash: String::new(),
            bytes: i64::try_from(file.len()).unwrap_or(i64::MAX),
            pages: i64::try_from(page_count(&document).map_err(AppError::fault)?).unwrap_or(i64::MAX),
            access: it.exempt.map_or_else(Access::open, |(paragraphs, reason)| Access {
                access: AccessKind::Exempt,
                paragraphs: paragraphs.to_vec(),
                access_reason: reason.into(),
            }),
            added_on,
        });
        files.push(file);
    }
    Ok(files)
}

fn document(it: &Report) -> Document {
    let mut document = Document::new(it.title, Style::Adult);
    document.footer = "Anytown Council".into();
    document.header = it.exempt.map(|(paragraphs, reason)| {
        let access = Access {
            access: AccessKind::Exempt,
            paragraphs: paragraphs.to_vec(),
            access_reason: reason.into(),
        };
        format!("Not for publication: {}", access.paragraphs_in_words())
    });
    document.push(Block::Title {
        kicker: Some("Report to the Anytown Corporate Parenting Board".into()),
        text: it.title.into(),
        subtitle: vec![it.author.into()],
    });
    for (heading, paragraphs) in it.sections {
        document.heading(2, *heading);
        for text in *paragraphs {
            document.paragraph(*text);
        }
    }
    if let Some((header, rows)) = it.table.split_first() {
        document.heading(2, "Figures");
        let mut weights = vec![1.0; header.len()];
        weights[0] = 1.6;
        let mut table = Table::new(it.title, header.iter().copied(), &weights);
        for row in rows {
            table.row(row.iter().map(|cell| (*cell).into()).collect());
        }
        document.push(Block::Table(table));
    }
    document
}

fn written(document: &Document, on: NaiveDate) -> Outcome<Vec<u8>> {
    pdf(document, &RenderOptions { created: on.and_time(NaiveTime::MIN) }).map_err(AppError::fault)
}
