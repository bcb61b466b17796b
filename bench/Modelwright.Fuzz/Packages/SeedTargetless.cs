using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Learners;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Anomalies.Labelled;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Runtime.Forms.Anomalies.Streaming.Verdict;
using Modelwright.Runtime.Forms.Anomalies.Verdict;
using Modelwright.Runtime.Forms.Clusters.Named;
using Modelwright.Runtime.Forms.Constant;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Steps;
using Modelwright.Runtime.Steps.Filling;

namespace Modelwright.Fuzz.Packages;

/// <summary>Small models of every form of tasks without a target.</summary>
internal static class SeedTargetless
{
    private static readonly IStep[] Recipe = [new Impute { Indicators = false }];

    /// <summary>Segments of every learner with names, behind steps.</summary>
    /// <param name="rows">Rows with the numbers 'Tenure' and 'Age'.</param>
    /// <param name="small">The settings of small models.</param>
    public static IEnumerable<IForm> Segments(Table rows, Func<ILearner, ParameterValues> small)
    {
        var (steps, features) = Piped(rows);
        IForm[] forms = [.. Of(LearningTask.Clustering).Select(learner => learner.Fit(new(LearningTask.Clustering, features), small(learner).With("clusters", 2), new() { Seed = 1 }).Form)];
        foreach (var form in forms)
        {
            yield return new NamedClustersForm(PipelineForm.Of(steps, form), [.. Enumerable.Range(1, ((IAssignsClusters)form).Clusters).Select(number => $"segment {number}")]);
        }

        yield return new ColumnPipelineForm(steps, forms[0]);
    }

    /// <summary>All detectors as one with its verdict, the verdict behind steps, and one with a few labels.</summary>
    /// <param name="rows">Rows with the numbers 'Tenure' and 'Age'.</param>
    /// <param name="small">The settings of small models.</param>
    public static IEnumerable<IForm> Anomalies(Table rows, Func<ILearner, ParameterValues> small)
    {
        var (steps, features) = Piped(rows);
        IForm[] bare = [.. Of(LearningTask.Anomalies).Select(learner => learner.Fit(new(LearningTask.Anomalies, features), small(learner), new() { Seed = 1 }).Form)];
        yield return Verdict([.. bare.Select(form => PipelineForm.Of(steps, form))]);
        yield return PipelineForm.Of(steps, Verdict(bare));
        yield return new AnomalyVerdictForm(new LabelledAnomalyForm(Blend(bare), [new ClassConstantForm([LabelledAnomalyForm.Usual, LabelledAnomalyForm.Strange], [0.75, 0.25])], [1]), 0.5, [.. Blend(bare).Info.Inputs.Select(Usual)]);
    }

    /// <summary>Series in time: begun anew, and gone on with where training ended.</summary>
    /// <param name="rows">Rows with the number 'Tenure', the time 'Since' and the category 'Plan'.</param>
    /// <param name="small">The settings of small models.</param>
    public static IEnumerable<IForm> Streams(Table rows, Func<ILearner, ParameterValues> small)
    {
        var learner = new LearnerCatalog().AddBuiltIn().For(LearningTask.Anomalies).Single(learner => learner.Info.ReadsInOrder);
        var form = learner.Fit(new(LearningTask.Anomalies, rows.Select(["Tenure"])), small(learner), new() { Seed = 1 }).Form;
        FormInput series = new("Plan", ColumnType.Category, []);
        yield return new StreamVerdictForm(form, "Since", series, 3, []);
        yield return new StreamVerdictForm(form, "Since", series, 3, StreamScoring.Ends(form, rows, new("Since", "Plan"), most: 2, CancellationToken.None));
    }

    private static AnomalyVerdictForm Verdict(IForm[] forms)
    {
        var blend = Blend(forms);
        return new(blend, 0.9, [.. blend.Info.Inputs.Select(Usual)]);
    }

    private static AnomalyBlendForm Blend(IForm[] forms) => new(forms, [.. forms.Select(_ => 1.0 / forms.Length)], [.. forms.Select(_ => new SurpriseScale([0, 1], [0, 2]))]);

    private static UsualValues Usual(FormInput input) => new(input.Name, input.Type) { Low = 1, High = 30 };

    private static IEnumerable<ILearner> Of(LearningTask task) => new LearnerCatalog().AddBuiltIn().For(task).Where(learner => !learner.Info.ReadsInOrder);

    private static (IFittedStep[] Steps, Table Features) Piped(Table rows)
    {
        var features = rows.Select(["Tenure", "Age"]);
        var fits = new List<IFittedStep>();
        foreach (var step in Recipe)
        {
            var fitted = step.Fit(new(features));
            fits.Add(fitted.Step);
            features = fitted.Training;
        }

        return ([.. fits], features);
    }
}
