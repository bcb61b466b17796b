using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning.Abilities;

/// <summary>The ability to say which group of like rows a row belongs to.</summary>
public interface IAssignsClusters : IAnswersColumns
{
    /// <summary>Number of clusters, 1 or more.</summary>
    int Clusters { get; }

    /// <inheritdoc/>
    IReadOnlyList<AnswerColumn> IAnswersColumns.Answers => ClusterAnswers.Columns;

    /// <summary>Assigns every row; a row's answer does not depend on the others.</summary>
    /// <param name="rows">Columns by name. May be empty.</param>
    /// <param name="clusters">The cluster of each row, from 0; -1 where it belongs to none (noise).</param>
    /// <param name="distances">How far it is from its cluster, 0 or more; 1 is the usual (root mean square) distance of that cluster's training rows. Of noise: from the nearest.</param>
    /// <param name="doubts">0 where no other cluster is near, to 1 where another is as near.</param>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    void Assign(Table rows, Span<int> clusters, Span<double> distances, Span<double> doubts);

    /// <inheritdoc/>
    void IAnswersColumns.Answer(Table rows, Span<double> output) => ClusterAnswers.Of(this, rows, output);
}
