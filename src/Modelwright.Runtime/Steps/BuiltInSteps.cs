using Modelwright.Runtime.Steps.Categories;
using Modelwright.Runtime.Steps.Categories.Ordered;
using Modelwright.Runtime.Steps.Categories.Spelling;
using Modelwright.Runtime.Steps.Filling;
using Modelwright.Runtime.Steps.Lists;
using Modelwright.Runtime.Steps.Numbers;
using Modelwright.Runtime.Steps.Places;
using Modelwright.Runtime.Steps.Texts;
using Modelwright.Runtime.Steps.Texts.Projecting;
using Modelwright.Runtime.Steps.Times;
using Modelwright.Runtime.Steps.Times.Calendars;
using Modelwright.Runtime.Steps.Together;

namespace Modelwright.Runtime.Steps;

/// <summary>The list of steps: one line a step.</summary>
public static class BuiltInSteps
{
    /// <summary>Their readers.</summary>
    public static IReadOnlyList<StepReader> All { get; } =
    [
        new(Impute.StepName, 1, Impute.Read),
        new(Scale.StepName, 1, Scale.Read),
        new(Clip.StepName, 1, Clip.Read),
        new(QuantileScores.StepName, 1, QuantileScores.Read),
        new(Power.StepName, 1, Power.Read),
        new(Bins.StepName, 1, Bins.Read),
        new(Levels.StepName, 1, Levels.Read),
        new(RareLevels.StepName, 1, RareLevels.Read),
        new(OneHot.StepName, 1, OneHot.Read),
        new(Ordinal.StepName, 1, Ordinal.Read),
        new(TargetEncoding.StepName, 1, TargetEncoding.Read),
        new(OrderedTarget.StepName, 1, OrderedTarget.Read),
        new(Frequency.StepName, 1, Frequency.Read),
        new(Hashing.StepName, 1, Hashing.Read),
        new(Ngrams.StepName, 1, Ngrams.Read),
        new(TfIdf.StepName, 1, TfIdf.Read),
        new(Projection.StepName, 1, Projection.Read),
        new(TextStatistics.StepName, 1, TextStatistics.Read),
        new(DateParts.StepName, 1, DateParts.Read),
        new(Cyclic.StepName, 1, Cyclic.Read),
        new(Holidays.StepName, 1, Holidays.Read),
        new(Coordinates.StepName, 1, Coordinates.Read),
        new(ListItems.StepName, 1, ListItems.Read),
        new(GroupAggregates.StepName, 1, GroupAggregates.Read),
        new(Arithmetic.StepName, 1, Arithmetic.Read),
    ];

    /// <summary>A catalog of them.</summary>
    public static StepCatalog Catalog { get; } = new(All);
}
