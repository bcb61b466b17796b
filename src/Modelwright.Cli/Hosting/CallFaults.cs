using System.CommandLine;
using Modelwright.Cli.Help;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Hosting;

/// <summary>Says what is wrong with a call, all of it at once.</summary>
internal static class CallFaults
{
    /// <summary>Checks what the parser found; help and version take no offence.</summary>
    /// <exception cref="OptionsException">The call is wrong.</exception>
    public static void Check(ParseResult call)
    {
        if (call.Errors.Count == 0 || call.Action is HelpPage or VersionLine)
        {
            return;
        }

        var command = call.CommandResult.Command;
        var name = command is Verb ? $"modelwright {command.Name}" : "modelwright";
        string[] faults =
        [
            .. call.UnmatchedTokens.Select(token => Unknown(token, command, name)),
            .. command.Options.Where(option => call.GetResult(option) is { Implicit: false, Tokens.Count: 0 } && option.Arity.MinimumNumberOfValues > 0)
                .Select(option => $"{option.Name} needs a value: {option.Name} {option.HelpName}."),
            .. command.Arguments.Where(argument => call.GetResult(argument) is null or { Tokens.Count: 0 } && argument.Arity.MinimumNumberOfValues > 0)
                .Select(argument => $"{argument.HelpName} is missing: modelwright {(command as Verb)?.Usage}"),
        ];
        var others = faults.Length > 0 ? [] : call.Errors.Select(error => error.Message);
        throw new OptionsException(string.Join('\n', [.. faults, .. others, $"See '{name} --help'."]));
    }

    private static string Unknown(string token, Command command, string name)
    {
        if (token.StartsWith('-'))
        {
            var options = command.Options.Select(option => option.Name).ToArray();
            return $"'{token}' is not an option of '{name}'.{NearestName.Suggest(token, options)}";
        }

        var verbs = command.Subcommands.Select(verb => verb.Name).ToArray();
        return verbs.Length > 0
            ? $"'{token}' is not a verb.{NearestName.Suggest(token, verbs)} There are: {string.Join(", ", verbs)}."
            : $"'{token}' is one argument too many for '{name}'. Put a name that holds spaces in quotes.";
    }
}
