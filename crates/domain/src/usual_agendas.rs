//! Agendas to begin with: the usual meeting, a themed one, a children's panel that young people run, a takeover day.
//! Each has its purposes, who presents and how long; a board changes them and keeps its own.

use crate::{
    agenda_item::{ItemKind, Purpose, TemplateLine},
    meeting::MeetingKind,
    running_clock::Speaker,
    usual_order::{THEME, usual_order},
};

crate::text_enum! {
    UsualAgenda {
        UsualMeeting = "usual_meeting" => "usual meeting",
        ThemedMeeting = "themed_meeting" => "themed meeting",
        /// Young people run it; adults are called in.
        ChildrensPanel = "childrens_panel" => "children's panel",
        TakeoverDay = "takeover_day" => "takeover day",
    }
}

impl UsualAgenda {
    /// What it is for, in a sentence.
    pub fn about(self) -> &'static str {
        match self {
            Self::UsualMeeting => {
                "The board's business in its usual order: children first, then the theme, promises and actions."
            }
            Self::ThemedMeeting => {
                "One theme for most of the evening: what children said about it, what we see, what we will do."
            }
            Self::ChildrensPanel => {
                "Young people run it. Adults are called in when they are wanted, answer, and listen."
            }
            Self::TakeoverDay => {
                "Young people take the board's seats for a day, do its work, and say what they would change."
            }
        }
    }

    /// The one that suits a kind of meeting.
    pub fn for_kind(kind: MeetingKind) -> Self {
        match kind {
            MeetingKind::Themed => Self::ThemedMeeting,
            MeetingKind::ChildrensPanel => Self::ChildrensPanel,
            MeetingKind::Takeover => Self::TakeoverDay,
            MeetingKind::Business | MeetingKind::Special => Self::UsualMeeting,
        }
    }

    /// Its items. Public questions only where the public may come.
    pub fn lines(self, in_public: bool) -> Vec<TemplateLine> {
        match self {
            Self::UsualMeeting => usual_order(in_public),
            Self::ThemedMeeting => themed(in_public),
            Self::ChildrensPanel => childrens_panel(),
            Self::TakeoverDay => takeover_day(),
        }
    }
}

/// Title, kind, purpose, minutes presenting and discussing, who presents, who leads in words.
type Line = (&'static str, ItemKind, Purpose, i64, i64, Speaker, &'static str);

fn line((title, kind, purpose, presenting, discussing, presented_by, lead): Line) -> TemplateLine {
    TemplateLine {
        title: title.into(),
        kind,
        purpose,
        presenting_minutes: presenting,
        discussing_minutes: discussing,
        presented_by,
        lead_words: lead.into(),
    }
}

fn themed(in_public: bool) -> Vec<TemplateLine> {
    use ItemKind as K;
    use Purpose as P;
    use Speaker as S;
    let mut lines = vec![
        ("Welcome and apologies", K::Welcome, P::Business, 0, 3, S::Councillor, ""),
        ("Declarations of interest", K::Interests, P::Business, 0, 2, S::Councillor, ""),
        ("What children told us", K::ChildrenTold, P::Listen, 10, 20, S::YoungPeople, ""),
        (THEME, K::Theme, P::Lead, 10, 30, S::Officer, ""),
        ("Our promises on this theme: is it so?", K::Promise, P::Check, 5, 15, S::Councillor, ""),
        ("Actions", K::Actions, P::Check, 0, 10, S::Officer, ""),
        ("Minutes of the last meeting", K::LastMinutes, P::Business, 0, 3, S::Councillor, ""),
        ("What we tell children, and who tells them", K::Other, P::Decide, 0, 7, S::YoungPeople, ""),
    ];
    if in_public {
        lines.insert(3, ("Public questions", K::PublicQuestions, P::Listen, 0, 5, S::Councillor, ""));
    }
    lines.into_iter().map(line).collect()
}

fn childrens_panel() -> Vec<TemplateLine> {
    use ItemKind as K;
    use Purpose as P;
    use Speaker as S;
    const CHAIR: &str = "Young people in the chair";
    [
        (
            "Welcome: who is here, and how we talk to each other",
            K::Welcome,
            P::Business,
            0,
            10,
            S::YoungPeople,
            CHAIR,
        ),
        ("What matters most to us", K::ChildrenTold, P::Listen, 15, 10, S::YoungPeople, "Young people"),
        (
            "You said, we did: what became of what we told you",
            K::Actions,
            P::Check,
            5,
            15,
            S::Councillor,
            "The chair of the board is called in",
        ),
        (
            "Our questions: adults are called in to answer",
            K::Theme,
            P::Lead,
            0,
            30,
            S::YoungPeople,
            "Young people ask; adults answer, one at a time",
        ),
        ("Have you kept this promise? We say", K::Promise, P::Check, 0, 15, S::YoungPeople, "Young people"),
        ("What we want the board to do, and by when", K::Other, P::Decide, 0, 15, S::YoungPeople, CHAIR),
        ("How we tell the others", K::Other, P::Note, 0, 5, S::YoungPeople, CHAIR),
    ]
    .map(line)
    .into()
}

fn takeover_day() -> Vec<TemplateLine> {
    use ItemKind as K;
    use Purpose as P;
    use Speaker as S;
    const SEATS: &str = "Young people in the board’s seats";
    [
        ("Welcome, and who takes whose seat today", K::Welcome, P::Business, 0, 10, S::YoungPeople, SEATS),
        ("Declarations of interest", K::Interests, P::Business, 0, 2, S::Councillor, ""),
        (
            "What we saw when we went to look",
            K::ChildrenTold,
            P::Listen,
            15,
            15,
            S::YoungPeople,
            "Young people, with the Link Champions who went along",
        ),
        (
            "If we ran the council: what we would change first",
            K::Theme,
            P::Lead,
            10,
            20,
            S::YoungPeople,
            SEATS,
        ),
        ("Promises: young people ask, officers answer", K::Promise, P::Check, 5, 15, S::Officer, ""),
        (
            "What the board takes on from today",
            K::Actions,
            P::Decide,
            0,
            15,
            S::Councillor,
            "The board, with each young person beside a member",
        ),
        ("Thank you, and how it went", K::Other, P::Note, 0, 10, S::YoungPeople, SEATS),
    ]
    .map(line)
    .into()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;
    use crate::{
        agenda_item::AgendaTemplate,
        running_clock::{RunningClock, running_clock},
    };

    fn clock(lines: &[TemplateLine]) -> RunningClock {
        let slots: Vec<_> = lines.iter().map(TemplateLine::slot).collect();
        running_clock(NaiveTime::from_hms_opt(17, 30, 0).unwrap(), None, &slots)
    }

    #[test]
    fn every_template_can_be_kept_and_fits_an_evening() {
        for &usual in UsualAgenda::ALL {
            for in_public in [true, false] {
                let lines = usual.lines(in_public);
                let minutes = clock(&lines).total;
                assert!((60..=120).contains(&minutes), "{usual}: {minutes} minutes");
                let kept = AgendaTemplate {
                    id: uuid::Uuid::nil().into(),
                    version: 1,
                    name: usual.to_string(),
                    lines,
                };
                assert_eq!(kept.check(), Ok(()));
            }
        }
    }

    #[test]
    fn children_speak_early_and_officers_do_not_fill_the_evening() {
        for &usual in UsualAgenda::ALL {
            let lines = usual.lines(true);
            let speak = lines.iter().position(|it| it.presented_by == Speaker::YoungPeople).unwrap();
            assert!(speak < 5, "{usual}: children speak at item {}", speak + 1);
            assert!(clock(&lines).officers_share <= 15, "{usual}");
        }
    }

    #[test]
    fn young_people_run_their_panel_and_adults_are_called_in() {
        let lines = UsualAgenda::ChildrensPanel.lines(true);
        assert!(lines.iter().all(|it| it.presented_by != Speaker::Officer));
        assert!(lines.iter().filter(|it| it.presented_by == Speaker::YoungPeople).count() >= 6);
        assert!(lines.iter().any(|it| it.lead_words.contains("called in")));
        assert_eq!(clock(&lines).officers_presenting, 0);
    }

    #[test]
    fn a_kind_of_meeting_has_its_template() {
        assert_eq!(UsualAgenda::for_kind(MeetingKind::Themed), UsualAgenda::ThemedMeeting);
        assert_eq!(UsualAgenda::for_kind(MeetingKind::Takeover), UsualAgenda::TakeoverDay);
        assert_eq!(UsualAgenda::for_kind(MeetingKind::Special), UsualAgenda::UsualMeeting);
    }
}
