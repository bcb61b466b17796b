using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>How long a path is among rows that nothing tells apart: Liu, Ting &amp; Zhou 2008, equation 1.</summary>
internal static class PathLength
{
    private const double EulerGamma = 0.5772156649015329;
    private const double LogOfTwo = 0.6931471805599453;

    /// <summary>The mean length of an unsuccessful search in a binary search tree of so many rows.</summary>
    internal static double Usual(int rows) => rows switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (PortableMath.Log(rows - 1.0) + EulerGamma)) - (2 * (rows - 1.0) / rows),
    };

    /// <summary>The score of a mean length: near 1 for the strangest, about 0.5 where the length is as usual.</summary>
    internal static double Score(double length, double usual) => PortableMath.Exp(-LogOfTwo * length / usual);
}
