using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Runtime.Prediction;

/// <summary>A form with the schema of the rows it takes, as a person means "a model".</summary>
/// <param name="Task">What is asked.</param>
/// <param name="Schema">The columns as they come in, before any step; categories with the levels seen when training.</param>
/// <param name="Form">What answers; steps are part of it.</param>
public sealed record Model(LearningTask Task, Schema Schema, IForm Form)
{
    /// <summary>Which class it answers, and how sure it is of an answer.</summary>
    public AnswerRules Rules { get; init; } = AnswerRules.None;

    /// <summary>
    /// The schema as rows meet it at the door. A model that reads in order reads columns that are no features, its time and its
    /// series: whoever asks must bring them like features.
    /// </summary>
    internal Schema Door => Form is IReadsInOrder ? DoorOf(Read(Form)) : Schema;

    /// <summary>The same for one series, which needs no name.</summary>
    internal Schema DoorOfOneSeries => Form is IReadsInOrder ordered ? DoorOf([.. Read(Form).Where(name => name != ordered.SeriesName)]) : Schema;

    /// <summary>
    /// The same model asking only for what it uses: its form without inputs and steps that no answer depends on, and features that
    /// the form does not read with the role <see cref="ColumnRole.Ignore"/> and without levels. The answers are the same to the bit.
    /// </summary>
    /// <returns>A model; the same one where it uses everything.</returns>
    public Model Trimmed()
    {
        var form = TrimmedForm.Of(Form);
        var read = form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        bool IsUnread(ColumnSpec spec) => spec.Role == ColumnRole.Feature && !read.Contains(spec.Name);
        if (ReferenceEquals(form, Form) && !Schema.Columns.Any(IsUnread))
        {
            return this;
        }

        return this with { Form = form, Schema = new([.. Schema.Columns.Select(spec => IsUnread(spec) ? spec with { Role = ColumnRole.Ignore, Levels = [] } : spec)]) };
    }

    private static HashSet<string> Read(IForm form) => form.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);

    private Schema DoorOf(HashSet<string> read) => new([.. Schema.Columns.Select(spec => spec with { Role = read.Contains(spec.Name) ? ColumnRole.Feature : ColumnRole.Ignore })]);
}
