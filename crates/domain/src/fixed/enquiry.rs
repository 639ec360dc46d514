//! Nine key lines of enquiry: what a councillor asks to find out how good a corporate parent the council is. The
//! questions are ours; they follow the duties in the Children and Social Work Act 2017, sections 1 to 3, the Children
//! Act 1989, sections 22 to 23E, and the statutory guidance "Applying corporate parenting principles" (2018).

use serde::Serialize;

use super::principles::Principle;
use crate::theme::Theme;

/// The question over all the others.
pub const ABOVE_ALL: &str = "Would this be good enough for my child?";

/// One question of a line of enquiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Question {
    pub words: &'static str,
    /// Whom to ask.
    pub ask: &'static str,
    /// What would show that the answer is true.
    pub evidence: &'static str,
}

/// A line of enquiry with its bank of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LineOfEnquiry {
    pub title: &'static str,
    pub questions: &'static [Question],
}

const fn q(words: &'static str, ask: &'static str, evidence: &'static str) -> Question {
    Question { words, ask, evidence }
}

/// All nine.
pub const LINES: [LineOfEnquiry; 9] = [
    LineOfEnquiry {
        title: "Our cohort",
        questions: &[
            q(
                "Who are the children in our care today, and how has that changed in a year?",
                "Director of Children's Services",
                "Numbers by age, time in care and kind of home, with the reasons for the change",
            ),
            q(
                "Which children come into care most often, and what could have helped their families sooner?",
                "Head of early help",
                "What was offered to families in the year before",
            ),
            q(
                "Which groups do we know least about?",
                "Participation workers",
                "A list of the groups heard from this year, and of those not",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Does everyone know that they are a corporate parent?",
        questions: &[
            q(
                "How does a new councillor learn that they are a corporate parent, and when?",
                "Democratic services",
                "Who has taken the training, and when they were elected",
            ),
            q(
                "What has the housing, leisure or planning department changed this year for children in our care?",
                "Each director in turn",
                "One change with a date, and a child or care leaver who noticed it",
            ),
            q(
                "What do our partners in health, police and schools say that their part is?",
                "Partners on the board",
                "Their own plan, naming the promise that it serves",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Views, and how they are acted on",
        questions: &[
            q(
                "What have children told us since the last meeting, and what have we done about it?",
                "Link Champions and participation workers",
                "Each thing said with its answer, and when they were told",
            ),
            q(
                "Who have we not heard from, and how will we reach them?",
                "Participation workers",
                "A plan for each group, with a date",
            ),
            q(
                "When did we last say no to children, and how did we explain it?",
                "Lead member",
                "The answer that was given, and what children thought of it",
            ),
            q(
                "Does every child know how to get an advocate or to complain?",
                "Children in our care; independent reviewing officers",
                "How many used an advocate, and what children say when asked",
            ),
        ],
    },
    LineOfEnquiry {
        title: "High aspirations",
        questions: &[
            q(
                "How do our children do at school, compared with where each of them started?",
                "Virtual School Head",
                "Progress by age, beside all children and children in care in England",
            ),
            q(
                "How good are the education plans, in the eyes of the children?",
                "Virtual School Head and children",
                "A sample of plans, and what children said about theirs",
            ),
            q(
                "What are our children good at, and who notices?",
                "Carers, teachers and Link Champions",
                "Clubs, prizes and celebrations, and who came to them",
            ),
            q(
                "Which jobs and apprenticeships does the council itself offer to care leavers?",
                "Head of human resources",
                "How many were offered, taken up and kept for a year",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Health and wellbeing",
        questions: &[
            q(
                "Does every child have health and dental checks on time, wherever they live?",
                "Designated nurse or doctor",
                "Checks on time, in the area and out of it",
            ),
            q(
                "How long does a child wait for help with their feelings, and who stays beside them meanwhile?",
                "Mental health services for children",
                "Waiting times from asking to the first talk, and what was offered before",
            ),
            q(
                "Do children feel well and happy, and how do we know?",
                "Children, carers and social workers",
                "What children say over time, and the scores of the yearly questionnaire",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Stability",
        questions: &[
            q(
                "How many children moved home three times or more this year, and why?",
                "Head of children in care",
                "The reasons for each move, and what was tried before",
            ),
            q(
                "How often does a child's social worker change?",
                "Principal social worker",
                "Changes for each child in a year, and what children say about goodbyes",
            ),
            q(
                "Do brothers and sisters live together, and if not, how often do they meet?",
                "Independent reviewing officers",
                "How many live apart, the reasons, and the plans to meet",
            ),
            q(
                "When a home changes, does the school stay the same?",
                "Virtual School Head",
                "School moves beside moves of home",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Outcomes for care leavers",
        questions: &[
            q(
                "Where do our care leavers live, and would you let your own child live there?",
                "Housing and the leaving care team; care leavers",
                "Suitable homes by age, and visits by councillors",
            ),
            q(
                "How many are in work, training or education, and what stops the others?",
                "Leaving care team",
                "Figures at 17 to 18 and 19 to 21, with the reasons",
            ),
            q(
                "Can every care leaver name somebody they can call at night?",
                "Care leavers and personal advisers",
                "What care leavers say when asked; how many are in touch",
            ),
            q(
                "Do care leavers know what they can ask us for?",
                "Care leavers",
                "Who has read the local offer, and who has used it",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Out of area placements",
        questions: &[
            q(
                "How many children live far away, and for how many of them is it the best choice?",
                "Head of children in care",
                "The reason for each, in numbers too large to point at a child",
            ),
            q(
                "How often are they visited, and by whom?",
                "Social workers and independent visitors",
                "Visits on time, and what children say of them",
            ),
            q(
                "Do they get the same help with school and health as those who live here?",
                "Virtual School Head and designated nurse",
                "Waiting times here and there, side by side",
            ),
        ],
    },
    LineOfEnquiry {
        title: "Planning and commissioning",
        questions: &[
            q(
                "Do we have the right homes in the right places for the children we know will need them?",
                "Head of commissioning",
                "The sufficiency statement beside the children's needs",
            ),
            q(
                "What did young people change in the last service that we bought?",
                "Head of commissioning and young people",
                "The contract before and after they were asked",
            ),
            q(
                "How do we find out that a home or a service is not good enough, and what do we do then?",
                "Head of commissioning",
                "Visits, reports and complaints, and what followed each",
            ),
        ],
    },
];

/// Which lines of enquiry bear on a theme, the nearest first: those that speak of its words, and those of its
/// principles. At most three; none where nothing fits.
pub fn lines_for(theme: &Theme) -> Vec<&'static LineOfEnquiry> {
    let name = theme.name.to_lowercase();
    let named = name.split_whitespace().filter(|word| word.chars().count() > 4);
    let keywords: Vec<String> =
        theme.keywords.iter().map(|word| word.to_lowercase()).chain(named.map(str::to_owned)).collect();
    let mut scored: Vec<(usize, &'static LineOfEnquiry)> = LINES
        .iter()
        .map(|line| {
            let words = line.words();
            let spoken = keywords.iter().filter(|word| words.contains(&format!(" {word}"))).count();
            let served = theme.principles.iter().filter(|it| titles_of(**it).contains(&line.title)).count();
            (2 * spoken + served, line)
        })
        .filter(|(score, _)| *score > 0)
        .collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().take(3).map(|(_, line)| line).collect()
}

/// The lines that ask how well a principle is kept.
fn titles_of(principle: Principle) -> &'static [&'static str] {
    match principle {
        Principle::BestInterests => &["Health and wellbeing"],
        Principle::ExpressViews | Principle::TakeViewsIntoAccount => &["Views, and how they are acted on"],
        Principle::AccessToServices => &["Planning and commissioning", "Health and wellbeing"],
        Principle::HighAspirations => &["High aspirations"],
        Principle::SafetyAndStability => &["Stability", "Out of area placements"],
        Principle::PreparationForAdulthood => &["Outcomes for care leavers"],
    }
}

impl LineOfEnquiry {
    /// Its title and questions in small letters, each word after a space.
    fn words(&self) -> String {
        let mut words = format!(" {}", self.title);
        for question in self.questions {
            words.push(' ');
            words.push_str(question.words);
        }
        words.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_at_least_three_whole_questions() {
        for line in LINES {
            assert!(line.questions.len() >= 3, "{}", line.title);
            for question in line.questions {
                assert!(question.words.ends_with('?'), "{}", question.words);
                assert!(!question.ask.is_empty() && !question.evidence.is_empty(), "{}", question.words);
            }
        }
    }

    fn theme(name: &str, keywords: &[&str], principles: &[Principle]) -> Vec<&'static str> {
        let theme = Theme {
            id: uuid::Uuid::nil().into(),
            version: 1,
            name: name.into(),
            child_name: String::new(),
            icon: String::new(),
            colour: String::new(),
            keywords: keywords.iter().map(|it| (*it).into()).collect(),
            principles: principles.into(),
            questions: vec![],
            position: 0,
            retired_on: None,
        };
        lines_for(&theme).into_iter().map(|line| line.title).collect()
    }

    #[test]
    fn a_theme_finds_the_lines_of_enquiry_that_bear_on_it() {
        let stays =
            theme("A home that stays", &["move", "moved", "foster"], &[Principle::SafetyAndStability]);
        assert_eq!(stays.first(), Some(&"Stability"), "{stays:?}");
        assert!(
            theme("Growing up", &[], &[Principle::PreparationForAdulthood])
                .contains(&"Outcomes for care leavers")
        );
        assert!(
            theme("Being heard", &[], &[Principle::ExpressViews])
                .contains(&"Views, and how they are acted on")
        );
        assert_eq!(theme("Xyzzy", &[], &[]), Vec::<&str>::new(), "better none than one at random");
    }

    #[test]
    fn every_principle_has_a_line_of_enquiry_that_is_there() {
        for &principle in Principle::ALL {
            assert!(titles_of(principle).iter().all(|title| LINES.iter().any(|line| line.title == *title)));
        }
    }

    #[test]
    fn no_question_is_asked_twice() {
        let mut words: Vec<&str> = LINES.iter().flat_map(|line| line.questions).map(|q| q.words).collect();
        words.sort_unstable();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
