using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Runtime.Forms.Anomalies.Ellipsoid;

/// <summary>Principal components or a robust covariance: a row is strange where it is far out along axes on which rows lie close together. Scores are lengths, 0 at the centre.</summary>
public sealed class EllipsoidForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_ellipsoid";
    private readonly RowScores _scores;

    /// <summary>Makes the form.</summary>
    /// <param name="shape">The shape around the usual rows.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a number is out of its range.</exception>
    public EllipsoidForm(EllipsoidShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        EllipsoidCheck.Check(Name, shape);
        _scores = new(Name, shape.Inputs, new EllipsoidScorer(shape));
        Shape = shape;
        Info = new(Name, 1, shape.Inputs) { Bytes = shape.Bytes };
    }

    /// <summary>The shape.</summary>
    public EllipsoidShape Shape { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _scores.Score(rows, output);

    /// <inheritdoc/>
    public void Strangeness(Table rows, Span<double> output) => _scores.Explain(rows, output);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, Shape.Inputs);
        writer.Numbers("centers", Shape.Centers);
        writer.Numbers("scales", Shape.Scales);
        writer.Numbers("axes", Shape.Axes);
        writer.Numbers("stretches", Shape.Stretches);
        writer.Number("rest", Shape.Rest);
    }

    internal static EllipsoidForm Read(IArtifactReader reader) => new(new(InputRecord.Read(reader), reader.Numbers("centers"), reader.Numbers("scales"))
    {
        Axes = reader.Numbers("axes"),
        Stretches = reader.Numbers("stretches"),
        Rest = reader.Number("rest"),
    });
}
