using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Times;

/// <summary>Makes numbers of a time: its parts, such as 'date:month', and the days since the earliest training time, 'date:elapsed_days'.</summary>
/// <remarks>
/// Only parts that differ between training rows are made; where none does but some times are missing, the elapsed days are made, so
/// that it can be seen which. Weekdays count from 0 for Monday, days of the year from 1. A missing
/// time, or one outside the years 1 to 9999, is missing in all parts. Times before the earliest training time have negative days.
/// </remarks>
public sealed record DateParts : IStep
{
    internal const string StepName = "date_parts";
    private const long Days = TimeSpan.TicksPerDay;

    private static readonly string[] All = ["year", "month", "day", "weekday", "day_of_year", "hour", "minute", "elapsed_days"];

    /// <summary>Time columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether only the elapsed days are made, for learners by whose distances one date would else count many times.</summary>
    public bool OnlyElapsed { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Time], keepsInputs: false, (column, names) =>
    {
        var times = ((TimeColumn)column).Values;
        var (origin, varies) = Scan(times);
        var parts = new List<int>();
        var outputs = new List<string>();
        for (var part = 0; part < All.Length; part++)
        {
            if (varies[part] && (!OnlyElapsed || part == All.Length - 1))
            {
                parts.Add(part);
                outputs.Add(names.Take($"{column.Name}:{All[part]}"));
            }
        }

        return new TimeParts(column.Name, outputs, [.. parts], origin);
    });

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var names = part.Texts("parts");
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, names.Count);
        var parts = new int[names.Count];
        for (var position = 0; position < parts.Length; position++)
        {
            parts[position] = Array.IndexOf(All, names[position]);
            if (parts[position] < 0)
            {
                throw new ArtifactException($"Step '{StepName}' has part '{names[position]}' for column '{input}', which this release does not know. Open the file with a newer release.");
            }
        }

        var origin = part.Integer("origin");
        return IsTime(origin)
            ? new TimeParts(input, outputs, parts, origin)
            : throw new ArtifactException($"Step '{StepName}' counts column '{input}' from {origin} ticks, which is no time. Make the file again.");
    });

    private static bool IsTime(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    /// <summary>The earliest time, and which parts differ between rows.</summary>
    private static (long Origin, bool[] Varies) Scan(Blocks<long> times)
    {
        var origin = long.MaxValue;
        var varies = new bool[All.Length];
        Span<double> first = stackalloc double[All.Length];
        Span<double> own = stackalloc double[All.Length];
        var (any, isMissing) = (false, false);
        for (var block = 0; block < times.BlockCount; block++)
        {
            foreach (var ticks in times[block])
            {
                if (!IsTime(ticks))
                {
                    isMissing = true;
                    continue;
                }

                origin = Math.Min(origin, ticks);
                Split(ticks, 0, own);
                if (!any)
                {
                    own.CopyTo(first);
                    any = true;
                }

                for (var part = 0; part < varies.Length; part++)
                {
                    varies[part] |= own[part] != first[part];
                }
            }
        }

        varies[^1] |= any && isMissing && !varies.Contains(true);
        return (any ? origin : 0, varies);
    }

    private static void Split(long ticks, long origin, Span<double> parts)
    {
        var time = new DateTime(ticks, DateTimeKind.Unspecified);
        time.Deconstruct(out DateOnly date, out _);
        parts[0] = date.Year;
        parts[1] = date.Month;
        parts[2] = date.Day;
        parts[3] = ((int)date.DayOfWeek + 6) % 7;
        parts[4] = date.DayOfYear;
        parts[5] = time.Hour;
        parts[6] = time.Minute;
        parts[7] = (ticks - origin) / (double)Days;
    }

    private sealed class TimeParts(string input, IReadOnlyList<string> outputs, int[] parts, long origin)
        : FittedColumn(input, ColumnType.Time, Features(input, ColumnType.Number, outputs))
    {
        internal override void Apply(Column column, Span<Column> made)
        {
            var times = ((TimeColumn)column).Values;
            var numbers = new NumberBlocks(made.Length, column.RowCount);
            Span<double> own = stackalloc double[All.Length];
            for (var block = 0; block < times.BlockCount; block++)
            {
                var from = times[block];
                for (var row = 0; row < from.Length; row++)
                {
                    if (IsTime(from[row]))
                    {
                        Split(from[row], origin, own);
                    }
                    else
                    {
                        own.Fill(double.NaN);
                    }

                    for (var part = 0; part < parts.Length; part++)
                    {
                        numbers[part, block][row] = own[parts[part]];
                    }
                }
            }

            numbers.Name(Outputs, made);
        }

        protected override FittedColumn Trim(bool[] isWanted) =>
            new TimeParts(Input, Names(isWanted), [.. parts.Where((_, part) => isWanted[part])], origin);

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("parts", [.. parts.Select(part => All[part])]);
            writer.Integer("origin", origin);
        }
    }
}
