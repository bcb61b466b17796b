using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Times.Calendars;

/// <summary>Says of a time whether it falls on a weekend, on the last day of a month or on a public holiday, and how far the holidays around it are.</summary>
/// <remarks>
/// 'date:weekend' and 'date:month_end' are 0 or 1; with a country also 'date:holiday', 0 or 1, 'date:since_holiday' and
/// 'date:until_holiday' in days, 0 on a holiday. Only those that differ between training rows are made. The holidays are those that the
/// whole country keeps by today's law, worked out for every year, past ones too; days moved because they fall on a weekend, and days of
/// regions, are not known. A missing time, or one outside the years 1 to 9999, is missing in all.
/// </remarks>
public sealed record Holidays : IStep
{
    internal const string StepName = "holidays";

    private static readonly string[] All = ["weekend", "month_end", "holiday", "since_holiday", "until_holiday"];

    /// <summary>The countries whose holidays are known, by ISO 3166 code.</summary>
    public static IReadOnlyList<string> KnownCountries { get; } = [.. Countries.All.Keys];

    /// <summary>Time columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>One of <see cref="KnownCountries"/>; null for weekends and ends of months alone.</summary>
    public string? Country { get; init; }

    /// <summary>Whether the time stays beside its figures, for a step after this one.</summary>
    public bool KeepsInputs { get; init; }

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">The country is not known.</exception>
    public StepFit Fit(StepInput input)
    {
        var calendar = new HolidayCalendar(Rules());
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Time], KeepsInputs, (column, names) =>
        {
            var figures = VaryingFigures.Of((TimeColumn)column, All.Length, (time, numbers) => Split(time, calendar, numbers));
            string[] outputs = [.. figures.Select(figure => names.Take($"{column.Name}:{All[figure]}"))];
            return new CalendarFigures(column.Name, outputs, figures, calendar);
        });
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        int[] figures = [.. part.Texts("figures").Select(name => Array.IndexOf(All, name))];
        ColumnCheck.Count(StepName, input, "outputs", outputs.Count, figures.Length);
        return !figures.Contains(-1)
            ? new CalendarFigures(input, outputs, figures, HolidayCalendar.Read(StepName, input, part))
            : throw new ArtifactException($"Step '{StepName}' has a figure of column '{input}' that this release does not know. Open the file with a newer release.");
    });

    private HolidayRule[] Rules() => Country is null ? []
        : Countries.All.TryGetValue(Country, out var rules) ? rules
        : throw new OptionsException($"Country '{Country}' of step '{StepName}' is not known. There are: {string.Join(", ", KnownCountries)}. Name one of them, or leave it out for weekends and ends of months.");

    private static void Split(DateTime time, HolidayCalendar calendar, Span<double> figures)
    {
        var date = DateOnly.FromDateTime(time);
        figures.Clear();
        figures[0] = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
        figures[1] = date.Day == DateTime.DaysInMonth(date.Year, date.Month) ? 1 : 0;
        if (calendar.HasAny)
        {
            var (since, until) = calendar.Around(date);
            figures[2] = since == 0 ? 1 : 0;
            figures[3] = since;
            figures[4] = until;
        }
    }

    private sealed class CalendarFigures(string input, IReadOnlyList<string> outputs, int[] figures, HolidayCalendar calendar) : TimeNumbers(input, outputs)
    {
        protected override void Split(DateTime time, Span<double> numbers)
        {
            Span<double> own = stackalloc double[All.Length];
            Holidays.Split(time, calendar, own);
            for (var place = 0; place < figures.Length; place++)
            {
                numbers[place] = own[figures[place]];
            }
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Texts("figures", [.. figures.Select(figure => All[figure])]);
            calendar.Write(writer);
        }
    }
}
