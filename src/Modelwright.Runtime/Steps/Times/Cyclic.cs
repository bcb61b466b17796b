using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Times;

/// <summary>Makes a circle of each part of a time that comes round again, so that December stands beside January: 'date:month_sin' and 'date:month_cos'.</summary>
/// <remarks>
/// The parts are month, weekday (Monday first), day of the year (of 365 or 366), hour (24, minutes left out) and minute of the day
/// (1,440, seconds left out); of each the sine and the cosine of its share of the round. Only parts that differ between training rows
/// are made. A missing time, or one outside the years 1 to 9999, is missing in all.
/// </remarks>
public sealed record Cyclic : IStep
{
    internal const string StepName = "cyclic";

    private static readonly string[] All = ["month", "weekday", "day_of_year", "hour", "minute_of_day"];

    /// <summary>Days of a round of each part; 0 for a finer part of the same round as another.</summary>
    private static readonly double[] RoundDays = [365.25, 7, 0, 1, 0];

    /// <summary>Time columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Whether the time stays beside its circles, for a step after this one.</summary>
    public bool KeepsInputs { get; init; }

    /// <summary>Whether only rounds are taken that the training rows go through twice or more, each by one part: month, weekday and hour.</summary>
    public bool OnlyRepeated { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    public StepFit Fit(StepInput input) => StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Time], KeepsInputs, (column, names) =>
    {
        var days = OnlyRepeated ? Days((TimeColumn)column) : 0;
        int[] parts = [.. VaryingFigures.Of((TimeColumn)column, All.Length, Shares).Where(part => !OnlyRepeated || (RoundDays[part] > 0 && days >= 2 * RoundDays[part]))];
        string[] outputs = [.. parts.SelectMany(part => (string[])[names.Take($"{column.Name}:{All[part]}_sin"), names.Take($"{column.Name}:{All[part]}_cos")])];
        return new Circles(column.Name, outputs, parts);
    });

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        int[] parts = [.. part.Texts("parts").Select(name => Array.IndexOf(All, name))];
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, 2 * parts.Length);
        return !parts.Contains(-1)
            ? new Circles(input, outputs, parts)
            : throw new ArtifactException($"Step '{StepName}' has a part of column '{input}' that this release does not know. Open the file with a newer release.");
    });

    /// <summary>From the first time to the last; 0 where there is none.</summary>
    private static double Days(TimeColumn column)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        for (var block = 0; block < column.Values.BlockCount; block++)
        {
            foreach (var ticks in column.Values[block])
            {
                if (TimeNumbers.IsTime(ticks))
                {
                    (first, last) = (Math.Min(first, ticks), Math.Max(last, ticks));
                }
            }
        }

        return last > first ? (last - first) / (double)TimeSpan.TicksPerDay : 0;
    }

    /// <summary>Where a time stands in each round, from 0 to below 1.</summary>
    private static void Shares(DateTime time, Span<double> shares)
    {
        shares[0] = (time.Month - 1) / 12.0;
        shares[1] = (((int)time.DayOfWeek + 6) % 7) / 7.0;
        shares[2] = (time.DayOfYear - 1) / (DateTime.IsLeapYear(time.Year) ? 366.0 : 365.0);
        shares[3] = time.Hour / 24.0;
        shares[4] = ((time.Hour * 60) + time.Minute) / 1440.0;
    }

    private sealed class Circles(string input, IReadOnlyList<string> outputs, int[] parts) : TimeNumbers(input, outputs)
    {
        protected override void Split(DateTime time, Span<double> numbers)
        {
            Span<double> shares = stackalloc double[All.Length];
            Shares(time, shares);
            for (var place = 0; place < parts.Length; place++)
            {
                numbers[2 * place] = PortableMath.SineOfTurns(shares[parts[place]]);
                numbers[(2 * place) + 1] = PortableMath.CosineOfTurns(shares[parts[place]]);
            }
        }

        internal override void Write(IArtifactWriter writer) => writer.Texts("parts", [.. parts.Select(part => All[part])]);
    }
}
