using System.Text.RegularExpressions;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Databases;

/// <summary>Looks at a statement for a database before it is sent; what is inside of quotes, brackets and comments is passed over.</summary>
internal static partial class OneSelect
{
    private static readonly HashSet<string> Beginnings = new(StringComparer.OrdinalIgnoreCase) { "SELECT", "WITH", "VALUES", "TABLE" };

    /// <summary>Refuses what does not begin as a SELECT does.</summary>
    internal static void Check(string address, string sql)
    {
        var first = Words(sql).FirstOrDefault(word => word != "(");
        if (first is null || !Beginnings.Contains(first))
        {
            throw Refused(address, sql);
        }
    }

    /// <summary>Refuses also what has one of these words outside of quotes, or a second statement.</summary>
    internal static void Check(string address, string sql, IReadOnlySet<string> forbidden)
    {
        Check(address, sql);
        if (Words(sql).FirstOrDefault(forbidden.Contains) is { } word)
        {
            throw new DataException($"{address}: '{FaultList.Show(sql)}' holds {word.ToUpperInvariant()}, and only one SELECT can be read. Leave it out; a column of that name goes in brackets: [{word}].");
        }

        if (Words(sql).SkipWhile(word => word != ";").Any(word => word != ";"))
        {
            throw Several(address, sql);
        }
    }

    /// <summary>Whether a text holds more than blanks, semicolons and comments.</summary>
    internal static bool HasWords(string sql) => Words(sql).Any(word => word != ";");

    internal static DataException Refused(string address, string sql) =>
        new($"{address}: '{FaultList.Show(sql)}' is no SELECT. Give one SELECT; nothing is written to a database.");

    internal static DataException Several(string address, string sql) =>
        new($"{address}: '{FaultList.Show(sql)}' is more than one statement. Give one SELECT.");

    private static IEnumerable<string> Words(string sql) => Tokens().Matches(sql).Where(match => match.Groups["word"].Success).Select(match => match.Value);

    [GeneratedRegex(@"--[^\n]*|/\*.*?(\*/|$)|'([^']|'')*('|$)|""([^""]|"""")*(""|$)|\[([^\]]|\]\])*(\]|$)|`[^`]*(`|$)|(?<word>[\p{L}_@#][\p{L}\p{Nd}_@#$]*|[;(]|\S)", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tokens();
}
