using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Searches;

/// <summary>Attacks a surrogate that imitates the model and tries on the model what worked there.</summary>
internal sealed class Transfer : IAttack
{
    private static readonly double[] Pushes = [1, 1.25, 1.5, 2];

    /// <inheritdoc/>
    public AttackInfo Info { get; } = new()
    {
        Name = "transfer",
        Title = "Transfer from a surrogate",
        Taxonomy = "evasion, black-box, transfer",
        Meaning = "Makes a model of its own from answers of the model, attacks that one as long as it likes, and asks the model only whether what worked there works here, with numbers moved as far and up to twice as far.",
        Source = "Papernot, McDaniel, Goodfellow, Jha, Celik & Swami 2017, \"Practical black-box attacks against machine learning\".",
    };

    /// <inheritdoc/>
    public string? Unsuited(AttackTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Surrogate is null ? "no surrogate was fitted" : null;
    }

    /// <inheritdoc/>
    public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        if (target.Imitation is not { } imitation)
        {
            return null;
        }

        var (attacked, stand) = (target.Open(row), imitation.Open(row));
        new CoordinateSearch(stand).Run(cancellation);
        if (stand.Best is { } change)
        {
            attacked.Ask([.. Pushes.Select(push => Pushed(attacked, change, push))], cancellation);
        }

        return attacked.Found;
    }

    private static RowChange Pushed(AttackedRow row, RowChange change, double push)
    {
        foreach (var column in change.Columns.Where(column => row.Columns[column].IsNumber))
        {
            var reach = row.Columns[column].Reach;
            change = change.With(column, new(reach.Toward(reach.Own + (push * (change[column]!.Value.Number - reach.Own))), null));
        }

        return row.Changed.Cleaned(change);
    }
}
