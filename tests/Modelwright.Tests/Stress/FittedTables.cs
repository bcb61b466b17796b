using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Measures;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Prediction;
using Modelwright.Stress;
using Modelwright.Validation;

namespace Modelwright.Tests.Stress;

/// <summary>Real learners fitted on small tables, to be put under strain.</summary>
internal static class FittedTables
{
    /// <summary>The form of a fit, from raw columns to answers.</summary>
    public static IForm Form(ILearner learner, Schema schema, Table rows, params (string Name, double Value)[] setting)
    {
        var values = setting.Aggregate(ParameterValues.Default, (some, one) => some.With(one.Name, one.Value));
        var target = rows[schema.Target!.Name];
        var fitted = FeaturePlanner.Plan(schema, rows, learner.Info).Fit(rows, target, weights: null, seed: 0, CancellationToken.None);
        var set = new TrainingSet(TaskOf(schema), fitted.Training) { Target = target };
        return PipelineForm.Of(fitted.Steps, learner.Fit(set, values, new()).Form);
    }

    /// <summary>How a form answers rows.</summary>
    public static Func<Table, CancellationToken, Answers> Answering(IForm form, Schema schema) => (rows, cancellation) =>
    {
        var admitted = Admission.Admit(rows, schema, needsTarget: true).Table;
        var labelled = new LabelledRows(TaskOf(schema), schema, admitted) { Target = admitted[schema.Target!.Name] };
        return AnswerKind.For(labelled, 1).Pair(labelled, ModelAnswers.Of(form, admitted, 1, cancellation));
    };

    /// <summary>A form on rows that it was not fitted on.</summary>
    public static StressedModel Model(IForm form, Schema schema, Table rows, string metric) =>
        new(schema, rows, BuiltInMetrics.Get(metric), Answering(form, schema), groups: null, CancellationToken.None);

    private static LearningTask TaskOf(Schema schema) => schema.Target!.Type == ColumnType.Category ? LearningTask.Classification : LearningTask.Regression;
}
