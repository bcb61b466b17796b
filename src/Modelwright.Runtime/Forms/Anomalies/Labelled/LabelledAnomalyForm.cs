using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Anomalies.Blend;
using Modelwright.Runtime.Forms.Blend;

namespace Modelwright.Runtime.Forms.Anomalies.Labelled;

/// <summary>
/// Detectors, and classifiers that learned from a few labelled rows how much to believe them: a classifier sees the columns and the surprise of each
/// detector. The score is the weighted mean of their probabilities that the row is strange, from 0 to 1.
/// </summary>
public sealed class LabelledAnomalyForm : IForm, IExplainsStrangeness
{
    /// <summary>The class of strange rows.</summary>
    public const string Strange = "strange";

    /// <summary>The class of all others.</summary>
    public const string Usual = "usual";

    internal const string Name = "anomaly_labelled";
    private readonly IPredictsClasses[] _classifiers;
    private readonly int[] _strange;
    private readonly int[] _places;

    /// <summary>Makes the form.</summary>
    /// <param name="detectors">The detectors.</param>
    /// <param name="classifiers">Forms that tell <see cref="Strange"/> from <see cref="Usual"/>.</param>
    /// <param name="weights">One a classifier, 0 or more, of sum 1.</param>
    /// <exception cref="ArtifactException">A classifier answers other classes, or the weights are not shares.</exception>
    public LabelledAnomalyForm(AnomalyBlendForm detectors, IReadOnlyList<IForm> classifiers, double[] weights)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        _classifiers = BlendMembers.Check<IPredictsClasses>(Name, classifiers, weights);
        _strange = [.. _classifiers.Select(StrangeOf)];
        (Detectors, Classifiers, Weights) = (detectors, classifiers, weights);
        var surprises = SurpriseNames(detectors).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<FormInput> inputs = [.. BlendMembers.Inputs(Name, [detectors, .. classifiers]).Where(input => !surprises.Contains(input.Name))];
        Info = new(Name, 1, inputs)
        {
            Bytes = detectors.Info.Bytes + classifiers.Sum(form => form.Info.Bytes),
            HoldsRows = detectors.Info.HoldsRows || classifiers.Any(form => form.Info.HoldsRows),
        };
        _places = [.. detectors.Info.Inputs.Select(input => PlaceOf(inputs, input.Name))];
    }

    /// <summary>The detectors.</summary>
    public AnomalyBlendForm Detectors { get; }

    /// <summary>What tells strange rows from usual ones.</summary>
    public IReadOnlyList<IForm> Classifiers { get; }

    /// <summary>One a classifier, of sum 1.</summary>
    public double[] Weights { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <summary>The rows with a column for the surprise of each detector, as a classifier sees them; it stands in place of a column of its name.</summary>
    /// <param name="detectors">The detectors.</param>
    /// <param name="rows">Their inputs by name.</param>
    /// <returns>A table that shares the other columns.</returns>
    public static Table WithSurprises(AnomalyBlendForm detectors, Table rows)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentNullException.ThrowIfNull(rows);
        var scores = new double[detectors.Members.Count][];
        for (var member = 0; member < scores.Length; member++)
        {
            scores[member] = new double[rows.RowCount];
            ((IScoresAnomalies)detectors.Members[member]).Score(rows, scores[member]);
        }

        return WithSurprises(detectors, rows, scores);
    }

    /// <summary>The same where the scores of the detectors are known.</summary>
    /// <param name="detectors">The detectors.</param>
    /// <param name="rows">The other columns.</param>
    /// <param name="scores">Detectors x rows.</param>
    /// <returns>A table that shares the other columns.</returns>
    public static Table WithSurprises(AnomalyBlendForm detectors, Table rows, IReadOnlyList<double[]> scores)
    {
        ArgumentNullException.ThrowIfNull(detectors);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(scores);
        var (with, names) = (rows, SurpriseNames(detectors));
        for (var member = 0; member < names.Length; member++)
        {
            with = with.With(new NumberColumn(names[member], Array.ConvertAll(scores[member], detectors.Scales[member].Of)));
        }

        return with;
    }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        output.Clear();
        var with = WithSurprises(Detectors, rows);
        for (var member = 0; member < _classifiers.Length; member++)
        {
            var classes = _classifiers[member].Classes.Count;
            var shares = new double[rows.RowCount * classes];
            _classifiers[member].PredictProbabilities(with, shares);
            for (var row = 0; row < output.Length; row++)
            {
                output[row] += Weights[member] * shares[(row * classes) + _strange[member]];
            }
        }
    }

    /// <summary>What the detectors say; nothing of columns that only classifiers look at.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="output">Rows x inputs.</param>
    public void Strangeness(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Info.Inputs.Count);
        output.Clear();
        var parts = new double[rows.RowCount * _places.Length];
        Detectors.Strangeness(rows, parts);
        for (var place = 0; place < parts.Length; place++)
        {
            var to = _places[place % _places.Length];
            if (to >= 0)
            {
                output[(place / _places.Length * Info.Inputs.Count) + to] = parts[place];
            }
        }
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        BlendMembers.Write(writer, Classifiers, Weights);
        FormCatalog.Write(writer.Part("detectors"), Detectors);
    }

    internal static LabelledAnomalyForm Read(IArtifactReader reader, FormCatalog catalog)
    {
        var (classifiers, weights) = BlendMembers.Read(reader, catalog);
        var detectors = catalog.Read(reader.Part("detectors"));
        return new(
            detectors as AnomalyBlendForm ?? throw new ArtifactException($"Form '{Name}' needs detectors as a form '{AnomalyBlendForm.Name}'; the file has '{detectors.Info.Name}'. Make the file again."),
            classifiers,
            weights);
    }

    private static string[] SurpriseNames(AnomalyBlendForm detectors) =>
        [.. Enumerable.Range(1, detectors.Members.Count).Select(number => FormattableString.Invariant($"surprise of detector {number}"))];

    private static int StrangeOf(IPredictsClasses classifier)
    {
        var place = classifier.Classes.Count == 2 && classifier.Classes.Contains(Usual) ? PlaceOf(classifier.Classes, Strange) : -1;
        return place >= 0
            ? place
            : throw new ArtifactException($"A classifier of form '{Name}' does not tell '{Strange}' from '{Usual}' and nothing else. Give it these two classes.");
    }

    private static int PlaceOf(IReadOnlyList<FormInput> inputs, string name) => PlaceOf([.. inputs.Select(input => input.Name)], name);

    private static int PlaceOf(IReadOnlyList<string> names, string name)
    {
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place] == name)
            {
                return place;
            }
        }

        return -1;
    }
}
