using System.CommandLine;
using System.CommandLine.Invocation;

namespace Modelwright.Cli.Help;

/// <summary>
/// Writes the help of a verb or of the whole program. Own code instead of the parser library's help: it shows examples, and
/// takes half the time to start.
/// </summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 110;

    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.InvocationConfiguration.Output, parseResult.CommandResult.Command);
        return 0;
    }

    /// <summary>Writes the page of a command.</summary>
    public static void Write(TextWriter writer, Command command)
    {
        writer.WriteLine(command.Description);
        writer.WriteLine();
        writer.WriteLine("Usage:");
        writer.WriteLine($"  modelwright {(command as Verb)?.Usage ?? "VERB [arguments] [options]"}");
        Section(writer, "Verbs", command.Subcommands.Select(verb => (verb.Name, verb.Description)));
        Section(writer, "Arguments", command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description)));
        Section(writer, "Options", command.Options.Select(option => (Names(option), option.Description)));
        if (command is Verb verb)
        {
            Examples(writer, verb.Examples);
            writer.Write(verb.Closing.Length > 0 ? $"\n{verb.Closing}\n" : "");
        }
        else
        {
            writer.WriteLine();
            writer.WriteLine("'modelwright VERB --help' shows a verb's options and examples.");
        }
    }

    private static string Names(Option option)
    {
        var letters = option.Aliases.FirstOrDefault(alias => alias is ['-', >= 'a' and <= 'z']);
        var name = letters is null ? option.Name : $"{letters}, {option.Name}";
        return option.HelpName is { } value ? $"{name} {value}" : name;
    }

    private static void Section(TextWriter writer, string title, IEnumerable<(string Left, string? Right)> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
        {
            return;
        }

        var margin = all.Max(line => line.Left.Length) + 4;
        writer.WriteLine();
        writer.WriteLine($"{title}:");
        foreach (var (left, right) in all)
        {
            var lead = $"  {left}".PadRight(margin);
            foreach (var part in Wrap(right ?? "", Width - margin))
            {
                writer.WriteLine((lead + part).TrimEnd());
                lead = new string(' ', margin);
            }
        }
    }

    private static void Examples(TextWriter writer, IReadOnlyList<Example> examples)
    {
        writer.WriteLine();
        writer.WriteLine("Examples:");
        foreach (var example in examples)
        {
            writer.WriteLine($"  {example.Call}");
            writer.WriteLine($"      {example.Meaning}");
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        while (text.Length > width)
        {
            var cut = text.LastIndexOf(' ', width);
            cut = cut <= 0 ? width : cut;
            yield return text[..cut];
            text = text[cut..].TrimStart();
        }

        yield return text;
    }
}
