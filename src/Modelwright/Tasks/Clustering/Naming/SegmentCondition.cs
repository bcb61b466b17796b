using System.Globalization;
using Modelwright.Core.Data;

namespace Modelwright.Tasks.Clustering.Naming;

/// <summary>One condition of a rule.</summary>
/// <param name="Column">The column.</param>
/// <param name="Kind">at_most, above, is or is_not; a missing value counts as above, and as none of the levels.</param>
/// <param name="Value">The limit as a person reads it, or the level.</param>
internal sealed record SegmentCondition(string Column, string Kind, string Value)
{
    /// <summary>Whether rows without a value fulfil it, where there are such rows.</summary>
    public bool HoldsMissing { get; init; }

    /// <summary>The condition in words.</summary>
    public string Text => Kind switch
    {
        "at_most" => $"{Column} at most {Value}",
        "above" => $"{Column} above {Value}{(HoldsMissing ? " or missing" : "")}",
        "is" => $"{Column} is {Value}",
        _ => $"{Column} is not {Value}",
    };

    internal static SegmentCondition Of(SegmentFeature feature, double cut, bool isFirst) => feature.IsCategory
        ? new(feature.Name, isFirst ? "is" : "is_not", feature.Levels[(int)cut])
        : new(feature.Name, isFirst ? "at_most" : "above", Written(feature, cut)) { HoldsMissing = !isFirst && feature.HasMissing };

    /// <summary>A value of a number or time column as a person reads it.</summary>
    internal static string Written(SegmentFeature feature, double value) => feature.Column is TimeColumn
        ? new DateTime((long)value, DateTimeKind.Unspecified).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).Replace(" 00:00", "", StringComparison.Ordinal)
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
