using Modelwright.Reports.Content;

namespace Modelwright.Reports.Sections;

/// <summary>Which rows figures come from, and which models they belong to.</summary>
internal static class ValidationSection
{
    /// <summary>Its blocks.</summary>
    public static IEnumerable<ReportBlock> Of(ReportGround ground)
    {
        var meaning = ground.Unseen?.Data switch
        {
            "sealed_holdout" => "Some rows were put away before the first choice and opened once, after the last. The figures come from them, so no choice of learner, setting or member could fit them.",
            "nested_out_of_fold" when ground.Evidence.Stacking is { IsKept: true } => "A quarter of the rows was put away and both layers of the model were fitted again without them; each half of these rows was answered as the other half decided. The figures come from those answers.",
            "nested_out_of_fold" => "Every row was answered by models that had not seen it, and for each part of the rows the members of the blend were chosen again without it. The figures come from those answers.",
            _ => null,
        };
        if (meaning is not null)
        {
            yield return new Prose(meaning);
        }

        yield return Grid.Of("The models that this report speaks of", "model|>made from rows|what it is", ground.Evidence.Models.Select(model =>
            (IReadOnlyList<string>)[model.Name, Numbers.Count(model.Rows), model.Meaning]));
    }
}
