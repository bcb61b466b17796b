using System.Text.RegularExpressions;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Logs;

/// <summary>How the lines of a log are written: a regular expression whose named groups are the columns.</summary>
/// <param name="Title">What it is, for texts.</param>
/// <param name="Expression">Takes a whole line.</param>
internal sealed record LogPattern(string Title, Regex Expression)
{
    /// <summary>How long an expression may look at one line, where it cannot be run in linear time.</summary>
    internal static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <summary>What stands for no value; null where nothing does.</summary>
    internal string? Missing { get; init; }

    /// <summary>The form of the column 'time', where that is not ISO 8601.</summary>
    internal string? TimeFormat { get; init; }

    /// <summary>The columns: the groups in the order of the expression.</summary>
    internal IReadOnlyList<string> Names { get; } = NamesOf(Expression);

    /// <summary>The pattern of a person.</summary>
    /// <exception cref="OptionsException">It is no regular expression, or it has no named group.</exception>
    internal static LogPattern Of(string text)
    {
        var pattern = new LogPattern($"'{FaultList.Show(text)}'", Compile(text));
        return pattern.Names.Count > 0
            ? pattern
            : throw new OptionsException($"Pattern '{FaultList.Show(text)}' has no named group (--pattern). Name one for each column, such as (?<status>\\d+).");
    }

    /// <summary>What is wrong with the pattern of a person; null where nothing is.</summary>
    internal static string? FaultOf(string text)
    {
        try
        {
            Of(text);
            return null;
        }
        catch (OptionsException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Compiles an expression to run in time linear in the line; one that asks for more, such as a look-behind, gets a time limit.</summary>
    private static Regex Compile(string text)
    {
        const RegexOptions Always = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        try
        {
            return new(text, Always | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new(text, Always, LongestMatch);
        }
        catch (RegexParseException fault)
        {
            throw new OptionsException($"Pattern '{FaultList.Show(text)}' is no regular expression (--pattern): {fault.Error} at character {fault.Offset}. Write it as .NET does, with a named group for each column.", fault);
        }
    }

    private static string[] NamesOf(Regex expression) => [.. expression.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];
}
