using System.CommandLine;
using System.CommandLine.Parsing;
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
        if (call.Action is HelpPage or VersionLine)
        {
            return;
        }

        var command = call.CommandResult.Command;
        var name = command is Verb ? $"modelwright {command.Name}" : "modelwright";
        var unknown = NotUnderstood(call, command, name).ToArray();
        string[] faults = [.. unknown, .. Wrong(call, command), .. unknown.Length > 0 ? [] : Missing(call, command)];
        if (faults.Length > 0 || call.Errors.Count > 0)
        {
            var others = faults.Length > 0 ? [] : call.Errors.Select(error => error.Message);
            throw new OptionsException(string.Join('\n', [.. faults, .. others, $"See '{name} --help'."]));
        }
    }

    /// <summary>
    /// What has no meaning in this call. Behind an option that is not known comes its value, and the parser takes the option
    /// itself for an argument where one is still to come: so where there is such an option, it alone is told.
    /// </summary>
    private static IEnumerable<string> NotUnderstood(ParseResult call, Command command, string name)
    {
        if (command is not Verb)
        {
            var verbs = command.Subcommands.Select(verb => verb.Name).ToArray();
            return call.UnmatchedTokens.Count == 0 ? [$"The verb is missing. There are: {string.Join(", ", verbs)}."] : call.UnmatchedTokens.Take(1).Select(word => IsOption(word)
                ? UnknownOption(word, command, name)
                : $"'{word}' is not a verb.{NearestName.Suggest(word, verbs)} There are: {string.Join(", ", verbs)}.");
        }

        var isLiteral = call.Tokens.Any(token => token.Type == TokenType.DoubleDash);
        var arguments = isLiteral ? [] : command.Arguments.SelectMany(argument => Values(call.GetResult(argument)));
        string[] options = [.. arguments.Concat(call.UnmatchedTokens).Where(IsOption)];
        return options.Length > 0 && !isLiteral
            ? options.Select(word => UnknownOption(word, command, name))
            : call.UnmatchedTokens.Select(word => $"'{word}' is one argument too many for '{name}'. Put a name that holds spaces in quotes.");
    }

    private static IEnumerable<string> Wrong(ParseResult call, Command command)
    {
        foreach (var option in command.Options)
        {
            if (call.GetResult(option) is not { Implicit: false } result)
            {
                continue;
            }

            if (result.Tokens.Count < option.Arity.MinimumNumberOfValues)
            {
                yield return $"{option.Name} needs a value: {option.Name} {option.HelpName}.";
            }
            else if (option.Arity.MaximumNumberOfValues == 1 && result.Tokens.Count > 1)
            {
                yield return $"{option.Name} is given {result.Tokens.Count} times: '{string.Join("', '", Values(result))}'. Give it once.";
            }
            else if (option.HelpName is "FILE" or "FOLDER" && Values(result).Contains(""))
            {
                yield return $"{option.Name} is empty. Give it a path: {option.Name} {option.HelpName}.";
            }
        }

        foreach (var argument in command.Arguments.Where(argument => Values(call.GetResult(argument)).Contains("")))
        {
            yield return $"{argument.HelpName} is empty. Give the path of a file.";
        }
    }

    private static IEnumerable<string> Missing(ParseResult call, Command command) => command.Arguments
        .Where(argument => call.GetResult(argument) is null or { Tokens.Count: 0 } && argument.Arity.MinimumNumberOfValues > 0)
        .Select(argument => $"{argument.HelpName} is missing: modelwright {(command as Verb)?.Usage}");

    private static string UnknownOption(string word, Command command, string name) =>
        $"'{word}' is not an option of '{name}'.{NearestName.Suggest(word, command.Options.Select(option => option.Name))}";

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static IEnumerable<string> Values(SymbolResult? result) => result?.Tokens.Select(token => token.Value) ?? [];
}
