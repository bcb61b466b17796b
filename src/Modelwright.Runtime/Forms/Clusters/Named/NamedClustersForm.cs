using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Runtime.Forms.Clusters.Named;

/// <summary>A form that assigns clusters, with the names that people call them by.</summary>
public sealed class NamedClustersForm : IForm, IAssignsClusters, IAnswersText
{
    internal const string Name = "named_clusters";
    private const int MostLetters = 200;

    private readonly IAssignsClusters _form;

    /// <summary>Makes the form.</summary>
    /// <param name="form">What assigns.</param>
    /// <param name="names">One a cluster, all different, of at most 200 letters.</param>
    /// <exception cref="ArtifactException">They do not fit each other.</exception>
    public NamedClustersForm(IForm form, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(names);
        _form = form as IAssignsClusters
            ?? throw new ArtifactException($"Form '{form.Info.Name}' does not assign clusters, which '{Name}' needs. Give it one that does.");
        if (names.Count != _form.Clusters || names.Any(name => name.Length is 0 or > MostLetters) || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new ArtifactException($"{_form.Clusters} clusters need as many different names of 1 to {MostLetters} letters. Make the file again, or fetch it again from where it was made.");
        }

        (Form, Names) = (form, names);
        Info = new(Name, 1, form.Info.Inputs) { HoldsRows = form.Info.HoldsRows, Bytes = form.Info.Bytes };
    }

    /// <summary>What assigns.</summary>
    public IForm Form { get; }

    /// <summary>The names, a cluster each.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public int Clusters => _form.Clusters;

    /// <inheritdoc/>
    public string TextName => "name";

    /// <inheritdoc/>
    public void Assign(Table rows, Span<int> clusters, Span<double> distances, Span<double> doubts) => _form.Assign(rows, clusters, distances, doubts);

    /// <summary>The name of each row's segment; null where it belongs to none.</summary>
    /// <param name="rows">The inputs by name.</param>
    /// <param name="answers">What was answered to them.</param>
    /// <param name="output">A text a row, or null.</param>
    public void Texts(Table rows, ReadOnlySpan<double> answers, Span<string?> output)
    {
        var width = ClusterAnswers.Columns.Count;
        for (var row = 0; row < output.Length; row++)
        {
            var cluster = (int)answers[row * width] - 1;
            output[row] = cluster >= 0 ? Names[cluster] : null;
        }
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Texts("names", Names);
        FormCatalog.Write(writer.Part("then"), Form);
    }

    internal static NamedClustersForm Read(IArtifactReader reader, FormCatalog catalog) => new(catalog.Read(reader.Part("then")), reader.Texts("names"));
}
