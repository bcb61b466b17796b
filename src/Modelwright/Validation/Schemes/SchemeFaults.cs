using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Splits;
using Modelwright.Splits.Dealing;

namespace Modelwright.Validation.Schemes;

/// <summary>What can be wrong with how a run is to be validated.</summary>
internal static class SchemeFaults
{
    private const int MostRepeats = 20;

    /// <summary>A sealed part of fewer rows than these tells nothing.</summary>
    internal const int FewestSealed = 50;

    /// <summary>Each part is fitted for by itself, so there may not be many.</summary>
    private const int MostParts = 500;

    /// <summary>What can be told without looking at the data, each a sentence with its remedy.</summary>
    /// <param name="told">What was told.</param>
    /// <param name="folds">Number of folds that was told; null where none was.</param>
    public static IEnumerable<string> Of(ValidationPlan told, int? folds)
    {
        if (!ValidationScheme.Words.Contains(told.Scheme))
        {
            yield return $"Validation must be one of: {string.Join(", ", ValidationScheme.Words)}.{NearestName.Suggest(told.Scheme, ValidationScheme.Words)} Got '{told.Scheme}'.";
        }

        if (told.Repeats is not null && told.Scheme != ValidationScheme.Repeated)
        {
            yield return $"Repeats are for validation 'repeated', not '{told.Scheme}'. Leave out --repeats, or name --validation repeated.";
        }

        if (told.Repeats is < 2 or > MostRepeats)
        {
            yield return $"Repeats must be from 2 to {MostRepeats}. Got {told.Repeats}. Three to ten are usual.";
        }

        if (told.Scheme == ValidationScheme.LeaveOneOut && folds is not null)
        {
            yield return "Leaving one out has a split for each row or group, so a number of folds has no use. Leave out --folds, or name another --validation.";
        }

        foreach (var fault in new[] { Distance(told.Gap, "--gap"), Distance(told.Embargo, "--embargo") }.OfType<string>())
        {
            yield return fault;
        }
    }

    /// <summary>Checks what only the rows can tell.</summary>
    /// <param name="told">What was told; null where nothing was.</param>
    /// <param name="rows">The rows of the run.</param>
    /// <exception cref="OptionsException">The scheme makes no sense for the rows; the text lists all.</exception>
    public static void Check(ValidationPlan? told, LabelledRows rows)
    {
        if (told is null)
        {
            return;
        }

        string[] faults = [.. ForRows(told, rows)];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    /// <summary>How many splits leaving one out makes.</summary>
    public static int Parts(LabelledRows rows) => rows.Schema.WithRole(ColumnRole.Group).FirstOrDefault() is { } spec
        ? Codes.OfGroups(rows.Table[spec.Name]).Count
        : rows.Table.RowCount;

    private static IEnumerable<string> ForRows(ValidationPlan told, LabelledRows rows)
    {
        var hasTimes = rows.Schema.WithRole(ColumnRole.Time).Any();
        if (!hasTimes && told.Scheme == ValidationScheme.TimeForward)
        {
            yield return "Validation 'time_forward' needs to know when each row happened, but no column has the role time. Name it with --time, or choose another --validation.";
        }

        if (!hasTimes && (told.Gap ?? told.Embargo) is not null)
        {
            yield return "A gap or embargo is a distance in time, but no column has the role time. Name it with --time, or leave out --gap and --embargo.";
        }

        if (hasTimes && (told.Scheme is ValidationScheme.Repeated or ValidationScheme.LeaveOneOut))
        {
            yield return $"Validation '{told.Scheme}' would train on rows that came after those it tests, as a column has the role time. Choose time_forward or nested, or give the column another role.";
        }

        if (told.Scheme == ValidationScheme.LeaveOneOut && Parts(rows) is var parts and > MostParts)
        {
            yield return $"Leaving one out would fit {parts} models for each setting, {MostParts} at most. Choose --validation repeated, which tells as much for many rows.";
        }

        if (told.Scheme == ValidationScheme.Holdout && rows.Table.RowCount < FewestSealed)
        {
            yield return $"A sealed holdout of {rows.Table.RowCount} rows tells nothing; {FewestSealed} rows at least are needed. Choose --validation nested, repeated or leave_one_out.";
        }
    }

    private static string? Distance(string? text, string option)
    {
        try
        {
            _ = text is null ? null : TimeGap.Parse(text, option);
            return null;
        }
        catch (OptionsException fault)
        {
            return fault.Message;
        }
    }
}
