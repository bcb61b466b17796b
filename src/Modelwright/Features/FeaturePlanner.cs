using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Features;

/// <summary>Chooses the steps for the columns of a table and the needs of a learner.</summary>
public static class FeaturePlanner
{
    /// <summary>
    /// Plans by what the schema says of the columns, what the rows show, and what the learner says it takes; never by the
    /// learner's name. The same schema, rows, needs and variant give the same plan.
    /// </summary>
    /// <param name="schema">Types and roles; columns of the role Feature are planned for.</param>
    /// <param name="rows">Training rows, or a sample of them, as admitted by the schema.</param>
    /// <param name="learner">What it takes: column types, missing values, scale.</param>
    /// <param name="variant">The way to plan; null means <see cref="FeatureVariant.Standard"/>.</param>
    /// <returns>The plan; without columns for a learner that looks at none.</returns>
    /// <exception cref="DataException">Feature columns are absent from the rows; the text lists all.</exception>
    public static FeaturePlan Plan(Schema schema, Table rows, LearnerInfo learner, FeatureVariant? variant = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(learner);
        return Plan(FeatureGround.Of(schema, rows, NamedSteps.None, target: null), learner, variant ?? FeatureVariant.Standard);
    }

    /// <summary>Plans by what is known of the columns.</summary>
    internal static FeaturePlan Plan(FeatureGround ground, LearnerInfo learner, FeatureVariant variant)
    {
        if (learner.IsBaseline)
        {
            return new(variant, [], [], []);
        }

        if (variant.TakesReadings)
        {
            string[] numbers = [.. ground.Columns.Where(column => column.Type == ColumnType.Number).Select(column => column.Name)];
            return new(variant, numbers, [], [.. ground.LeftOut, .. ground.Inputs.Except(numbers, StringComparer.Ordinal)]);
        }

        var needs = new FeatureNeeds(ground.Columns, ground.RowCount, learner, variant, ground.CanEncode) { Outputs = ground.Outputs };
        return new(variant, ground.Inputs, [.. ground.Named, .. StepChoice.For(needs)], ground.LeftOut) { Times = ground.Times };
    }
}
