namespace Modelwright.Sources.Logs;

/// <summary>Tells lines that belong to the one before, such as those of a stack trace.</summary>
internal static class LogContinuation
{
    private static readonly string[] Starts = ["Caused by:", "Suppressed:", "Traceback (", "..."];

    /// <summary>Whether a line is indented, starts like a part of a stack trace, or names an error.</summary>
    internal static bool Is(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is ' ' or '\t')
        {
            return true;
        }

        foreach (var start in Starts)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        var end = line.IndexOfAny(": ");
        var word = end < 0 ? line : line[..end];
        return word.EndsWith("Exception", StringComparison.Ordinal) || word.EndsWith("Error", StringComparison.Ordinal);
    }
}
