using System.Globalization;
using System.Text.RegularExpressions;
using Modelwright.Core.Errors;
using Modelwright.Sources.Columns;
using Modelwright.Sources.Delimited;

namespace Modelwright.Sources.Logs;

/// <summary>Reads a log into columns, line by line; all faults of the file come together.</summary>
internal sealed class LogFile(SourceRequest request, TextDecoding decoding, LogPattern pattern)
{
    private const int CancellationStride = 4096;
    private const string TimeColumn = "time";
    private const string IsoFormat = "yyyy-MM-ddTHH:mm:ssZ";

    private readonly int[] _groups = [.. pattern.Names.Select(pattern.Expression.GroupNumberFromName)];
    private readonly int _timeColumn = pattern.TimeFormat is null ? -1 : pattern.Names.ToList().IndexOf(TimeColumn);

    /// <summary>Lines that do not match, which are skipped or refused.</summary>
    internal FaultList Faults { get; private set; } = new(request.Path);

    /// <summary>Lines without anything on them.</summary>
    internal long BlankLines { get; private set; }

    /// <summary>Lines that belong to the one before.</summary>
    internal long Continued { get; private set; }

    /// <summary>Whether the last line has no line break.</summary>
    internal bool EndsInLine { get; private set; }

    /// <summary>What was found about the encoding.</summary>
    internal OtherBytes Decoded { get; private set; }

    /// <summary>Adds every line that matches to the columns. A second reading counts anew.</summary>
    /// <param name="columns">One a column of the file; null is passed over.</param>
    /// <param name="cancellation">Asks to end at once.</param>
    internal void Read(IReadOnlyList<ColumnAssembler?> columns, CancellationToken cancellation)
    {
        Faults = new(request.Path);
        (BlankLines, Continued) = (0, 0);
        using var stream = TextFile.Open(request.Path);
        var feed = new CharacterFeed(stream, decoding);
        var lines = new RecordScanner(feed, TextEncoding.Mark, hasQuotes: false);
        var mayContinue = false;
        while (lines.Read())
        {
            if (lines.Line % CancellationStride == 1)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            EndsInLine = lines.EndedWithFile;
            mayContinue = Take(lines, columns, mayContinue);
        }

        Decoded = new(lines.ReadOtherwise, feed.HoldsUtf8);
        if (lines.LastLine == 0)
        {
            throw new DataException($"{request.Path}: the file is empty. Give a log with at least one line.");
        }

        if (!request.Options.SkipBadRows)
        {
            Faults.ThrowIfAny(Faults.Count > 1 ? FaultList.MendOrSkip : "");
        }
    }

    // Whether lines that go on with it may follow.
    private bool Take(RecordScanner lines, IReadOnlyList<ColumnAssembler?> columns, bool mayContinue)
    {
        if (lines.Fault is RecordFault.None && lines.IsBlank)
        {
            BlankLines++;
            return mayContinue;
        }

        if (RecordText.FaultOf(lines, decoding.Encoding.WebName) is { } broken)
        {
            Faults.Add(broken);
            return false;
        }

        var line = lines[0].ToString();
        var match = Match(line, lines.Line);
        if (!match.Success && mayContinue && LogContinuation.Is(line))
        {
            Continued++;
            return true;
        }

        if (!match.Success || !TryTime(match, out var time))
        {
            Faults.Add(new(lines.Line, null, FaultList.Show(line), Mismatch(line, match.Success)));
            return false;
        }

        Add(match, time, columns);
        return true;
    }

    private Match Match(string line, long number)
    {
        try
        {
            return pattern.Expression.Match(line);
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw new DataException($"{request.Path}, line {number}: the pattern {pattern.Title} took longer than {LogPattern.LongestMatch.TotalSeconds} s on '{FaultList.Show(line)}'. Change it (--pattern): repeat nothing that repeats, and use no look-around or back-reference, so that it runs in linear time.", fault);
        }
    }

    private bool TryTime(Match match, out DateTimeOffset time)
    {
        time = default;
        return _timeColumn < 0
            || DateTimeOffset.TryParseExact(match.Groups[_groups[_timeColumn]].ValueSpan, pattern.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private void Add(Match match, DateTimeOffset time, IReadOnlyList<ColumnAssembler?> columns)
    {
        Span<char> iso = stackalloc char[IsoFormat.Length];
        for (var column = 0; column < columns.Count; column++)
        {
            var group = match.Groups[_groups[column]];
            if (!group.Success || group.ValueSpan.SequenceEqual(pattern.Missing))
            {
                columns[column]?.AddMissing();
            }
            else if (column == _timeColumn)
            {
                time.UtcDateTime.TryFormat(iso, out var length, IsoFormat, CultureInfo.InvariantCulture);
                columns[column]?.Add(iso[..length]);
            }
            else
            {
                columns[column]?.Add(group.ValueSpan);
            }
        }
    }

    private string Mismatch(string line, bool hasWrongTime) => hasWrongTime
        ? $"the time in '{FaultList.Show(line)}' is none. Write it as 31/Dec/2024:23:59:59 +0000."
        : $"'{FaultList.Show(line)}' does not match the {(request.Options.Pattern is null ? $"form of a {pattern.Title}" : $"pattern {pattern.Title}")}. Mend the line, or change the pattern (--pattern).";
}
