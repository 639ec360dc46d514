//! What children said, and its answers.

use pledgeboard_domain::{Answer, Voice, id::VoiceId};

use crate::command::{Nothing, commands};

mod answers;
pub(crate) mod choices;
mod keep;
mod list;
mod look;
pub(crate) mod show;
mod telling;

use answers::NewAnswer;
use choices::VoiceChoices;
use keep::{NewVoice, RemoveVoice};
use list::{ListVoices, VoiceList};
use look::LookAtWords;
pub use look::LookedAt;
use show::{ShowVoice, VoicePage};
use telling::{TellBack, TellVoices};

commands! {
    read "voices.list" => list::list, ListVoices => VoiceList;
    read "voices.show" => show::show, ShowVoice => VoicePage;
    read "voices.choices" => choices::choices, Nothing => VoiceChoices;
    read "voices.look" => look::look, LookAtWords => LookedAt;
    write "voices.add" => keep::add, NewVoice => Voice;
    write "voices.edit" => keep::edit, Voice => Voice;
    write "voices.remove" => keep::remove, RemoveVoice => VoiceId;
    write "voices.answer" => answers::answer, NewAnswer => Answer;
    write "voices.edit_answer" => answers::edit, Answer => Answer;
    write "voices.tell" => telling::tell, TellBack => Answer;
    write "voices.tell_voices" => telling::tell_voices, TellVoices => u32;
}
