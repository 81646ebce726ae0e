"""What a shell needs to complete the names of operations, topics and options: ``torchref --completion bash``."""

from collections.abc import Iterable, Sequence

from torchref.content.language import LANGUAGES

BASH = """\
_torchref() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} choices
    case $before in
        --lang) choices="LANGUAGES" ;;
        --list) choices="TOPICS" ;;
        --completion) choices="SHELLS" ;;
        --limit) return ;;
        *) case $word in -*) choices="OPTIONS" ;; *) choices=$(torchref --list 2> /dev/null) ;; esac ;;
    esac
    COMPREPLY=($(compgen -W "$choices" -- "$word"))
}
complete -F _torchref torchref
"""

ZSH = """\
#compdef torchref
_torchref() {
    case $words[CURRENT-1] in
        --lang) compadd LANGUAGES ;;
        --list) compadd TOPICS ;;
        --completion) compadd SHELLS ;;
        --limit) ;;
        *)
            if [[ $words[CURRENT] == -* ]]; then
                compadd -- OPTIONS
            else
                compadd -- ${(f)"$(torchref --list 2> /dev/null)"}
            fi
            ;;
    esac
}
if [ "$funcstack[1]" = "_torchref" ]; then _torchref; else compdef _torchref torchref; fi
"""

FISH = """\
complete -c torchref -f
complete -c torchref -n 'not string match -q -- "-*" (commandline -ct)' -a '(torchref --list 2> /dev/null)'
complete -c torchref -l lang -x -a 'LANGUAGES'
complete -c torchref -l list -x -a 'TOPICS'
complete -c torchref -l completion -x -a 'SHELLS'
complete -c torchref -l limit -x
FLAGS
"""


def script(
    shell: str, shells: Iterable[str], options: Sequence[str], with_value: Iterable[str], topics: Iterable[str]
) -> str:
    """Return the completion of one shell: names are asked of the installed program, when Tab is pressed.

    Args:
        shells: those that there is a completion for.
        options: every option.
        with_value: the options that take a value.
        topics: what ``--list`` takes.
    """
    flags = [option for option in options if option not in (*with_value, "--list")]
    found = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell]
    for word, choices in (("LANGUAGES", LANGUAGES), ("TOPICS", topics), ("SHELLS", shells), ("OPTIONS", options)):
        found = found.replace(word, " ".join(choices))
    return found.replace("FLAGS", "\n".join(f"complete -c torchref -l {flag.removeprefix('--')}" for flag in flags))
