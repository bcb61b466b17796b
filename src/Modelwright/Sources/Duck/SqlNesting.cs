using Modelwright.Core.Errors;

namespace Modelwright.Sources.Duck;

/// <summary>How deep a statement may be nested. Beyond some hundred levels the time that DuckDB takes to plan it grows with their third power, and some forms use up the stack of the process.</summary>
internal static class SqlNesting
{
    /// <summary>The most levels of expressions, subqueries and joins in each other.</summary>
    internal const int MostLevels = 200;

    /// <summary>Whether DuckDB refused a statement because of this limit, or because its parser ran out of room.</summary>
    internal static bool IsReason(string message) =>
        message.Contains("Max expression depth limit", StringComparison.Ordinal) || message.Contains("memory exhausted at or near", StringComparison.Ordinal);

    /// <summary>Whether brackets stand deeper in each other than that; some functions read such texts as types.</summary>
    internal static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        var levels = 0;
        foreach (var character in text)
        {
            levels += character switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
            if (levels > MostLevels)
            {
                return true;
            }
        }

        return false;
    }

    internal static DataException Refused(string shown, Exception? cause = null) =>
        new($"{shown}: the statement is nested deeper than {MostLevels} levels. Put parts of it into WITH; a chain of OR may be a list (x IN (1, 2)), a long sum list_sum([a, b]).", cause);
}
