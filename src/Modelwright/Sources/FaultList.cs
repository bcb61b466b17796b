using Modelwright.Core.Errors;

namespace Modelwright.Sources;

/// <summary>Collects what is wrong with a file, so that all of it comes in one error.</summary>
internal sealed class FaultList(string path)
{
    internal const int MostListed = 20;

    /// <summary>The remedy for several broken rows.</summary>
    internal const string MendOrSkip = "Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.";

    private const int LongestValue = 60;

    private readonly List<SourceFault> _faults = [];

    internal long Count { get; private set; }

    /// <summary>The first faults.</summary>
    internal IReadOnlyList<SourceFault> Listed => _faults;

    internal void Add(SourceFault fault)
    {
        Count++;
        if (_faults.Count < MostListed)
        {
            _faults.Add(fault);
        }
    }

    internal void ThrowIfAny(string remedyForMore)
    {
        if (Count > 0)
        {
            throw ToException(remedyForMore);
        }
    }

    internal DataException ToException(string remedyForMore)
    {
        var lines = _faults.Select(fault => $"{path}{(fault.Line == 0 ? ": " : $", line {fault.Line}: ")}{fault.Text}");
        var more = Count > _faults.Count ? [$"{path}: {Count - _faults.Count} more faults like these."] : Array.Empty<string>();
        string[] remedy = remedyForMore.Length > 0 ? [remedyForMore] : [];
        return new(string.Join('\n', [.. lines, .. more, .. remedy]));
    }

    /// <summary>A value as it is shown in a text: on one line, shortened, its control characters not obeyed by a terminal.</summary>
    internal static string Show(ReadOnlySpan<char> value, int longest = LongestValue)
    {
        var text = value.Length > longest ? string.Concat(value[..Whole(value, longest)], "…") : value.ToString();
        return string.Concat(text.Where(letter => letter != '\r').Select(letter => letter == '\n' ? '⏎' : char.IsControl(letter) ? '·' : letter));
    }

    // Not half of a pair of surrogates.
    private static int Whole(ReadOnlySpan<char> value, int longest) => char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest;
}
