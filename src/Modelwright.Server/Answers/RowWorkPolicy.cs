using Microsoft.Extensions.ObjectPool;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Answers;

/// <summary>Makes and keeps the work of one version; what a large request has grown is let go.</summary>
internal sealed class RowWorkPolicy(ModelVersion version) : PooledObjectPolicy<RowWork>
{
    /// <inheritdoc/>
    public override RowWork Create() => new(version);

    /// <inheritdoc/>
    public override bool Return(RowWork obj)
    {
        if (!obj.Rows.IsKept)
        {
            return false;
        }

        obj.Clear();
        return true;
    }
}
