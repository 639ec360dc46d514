//! Who is on the board: people, seats, themes with their champions, and cohorts; and how it judges itself.

mod assessments;
mod cohorts;
mod people;
mod seats;
mod show;
mod terms;
mod themes;

use pledgeboard_domain::{
    Assessment, Cohort, Person, Seat, TermsSection, Theme,
    id::{AssessmentId, AssignmentId, CohortId, PersonId, SeatId, TermOfOfficeId, TermsSectionId, ThemeId},
};

use crate::command::{Nothing, commands};

use assessments::{AssessmentsPage, FindAssessment, RemoveAssessment};
use cohorts::{NewCohort, RemoveCohort};
use people::{Leave, NewPerson};
use seats::{EndTerm, NewSeat, Sit};
use show::{BoardPage, ShowBoard};
use terms::{MoveTermsSection, NewTermsSection, RemoveTermsSection};
use themes::{Assign, EndAssignment, NewThemeName, ThemesPage};

commands! {
    read "board.show" => show::show, ShowBoard => BoardPage;
    write "board.add_person" => people::add, NewPerson => PersonId;
    write "board.save_person" => people::save, Person => PersonId;
    write "board.leave" => people::leave, Leave => PersonId;
    write "board.add_seat" => seats::add, NewSeat => SeatId;
    write "board.save_seat" => seats::save, Seat => SeatId;
    write "board.sit" => seats::sit, Sit => TermOfOfficeId;
    write "board.end_term" => seats::end_term, EndTerm => TermOfOfficeId;
    read "board.themes" => themes::list, Nothing => ThemesPage;
    write "board.add_theme" => themes::add, NewThemeName => ThemeId;
    write "board.save_theme" => themes::save, Theme => ThemeId;
    write "board.assign" => themes::assign, Assign => AssignmentId;
    write "board.reassign" => themes::reassign, themes::Reassign => pledgeboard_domain::id::AssignmentId;
    write "board.end_assignment" => themes::end_assignment, EndAssignment => AssignmentId;
    read "board.cohorts" => cohorts::list, Nothing => Vec<Cohort>;
    write "board.add_cohort" => cohorts::add, NewCohort => CohortId;
    write "board.save_cohort" => cohorts::save, Cohort => CohortId;
    write "board.remove_cohort" => cohorts::remove, RemoveCohort => Nothing;
    read "board.terms" => terms::list, Nothing => Vec<TermsSection>;
    write "board.begin_terms" => terms::begin, Nothing => Nothing;
    write "board.add_terms_section" => terms::add, NewTermsSection => TermsSectionId;
    write "board.save_terms_section" => terms::save, TermsSection => TermsSectionId;
    write "board.move_terms_section" => terms::step, MoveTermsSection => Nothing;
    write "board.remove_terms_section" => terms::remove, RemoveTermsSection => Nothing;
    read "board.assessments" => assessments::show, FindAssessment => AssessmentsPage;
    write "board.begin_assessment" => assessments::begin, Nothing => AssessmentId;
    write "board.save_assessment" => assessments::save, Assessment => Assessment;
    write "board.remove_assessment" => assessments::remove, RemoveAssessment => Nothing;
}
