using Modelwright.Core.Data;

namespace Modelwright.Core.Learning;

/// <summary>The ability to assign rows to clusters.</summary>
public interface IAssignsClusters : IAnswersColumns
{
    /// <summary>Number of clusters.</summary>
    int Clusters { get; }

    IReadOnlyList<AnswerColumn> IAnswersColumns.Answers => [];

    /// <summary>Assigns every row.</summary>
    /// <param name="rows">Columns by name.</param>
    /// <param name="clusters">0-based, -1 = none.</param>
    /// <param name="distances">0 or more.</param>
    /// <param name="doubts">0 to 1.</param>
    void Assign(Table rows, Span<int> clusters, Span<double> distances, Span<double> doubts);

    void IAnswersColumns.Answer(Table rows, Span<double> output) => output.Clear();
}
