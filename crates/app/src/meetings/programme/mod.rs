//! The work programme of a year: topics by half-term, standing reports, fixed points, and the next year begun from the
//! last.

mod anchors;
mod begin;
mod offered;
mod reports;
mod show;
mod topics;

use pledgeboard_domain::id::{AnchorId, StandingReportId, TopicId};

use crate::{Nothing, command::commands};

pub(crate) use offered::{Offered, agendas_of, for_items, take_up_report};
pub(crate) use show::{author, meetings_of};

commands! {
    read "programme.show" => show::show, show::ShowProgramme => show::ProgrammeView;
    write "programme.save_topic" => topics::save, topics::SaveTopic => TopicId;
    write "programme.move_topic" => topics::move_to, topics::MoveTopic => TopicId;
    write "programme.drop_topic" => topics::drop_it, topics::DropTopic => TopicId;
    write "programme.resume_topic" => topics::resume, topics::ResumeTopic => TopicId;
    write "programme.finish_topic" => topics::finish, topics::FinishTopic => TopicId;
    write "programme.save_report" => reports::save, reports::SaveStandingReport => StandingReportId;
    write "programme.retire_report" => reports::retire, reports::RetireReport => StandingReportId;
    write "programme.add_usual_reports" => reports::add_usual, Nothing => u32;
    write "programme.save_anchor" => anchors::save, anchors::SaveAnchor => AnchorId;
    write "programme.remove_anchor" => anchors::remove, anchors::RemoveAnchor => ();
    read "programme.beginning" => begin::look, begin::LookAtYear => begin::YearBeginning;
    write "programme.begin_year" => begin::begin, begin::BeginYear => i32;
}
