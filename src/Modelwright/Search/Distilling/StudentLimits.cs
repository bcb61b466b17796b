using Modelwright.Search.Limits;

namespace Modelwright.Search.Distilling;

/// <summary>How small a distilled model is to be.</summary>
internal static class StudentLimits
{
    private const double ShareOfTeacher = 0.1;
    private const double LeastBytes = 20 << 10;
    private const double MostBytes = 1 << 20;

    /// <summary>What a person asks; where no size is asked, a tenth of the teacher's, 20 KB to 1 MB.</summary>
    public static ModelLimits Of(ModelLimits asked, ModelCost teacher) => double.IsFinite(asked.Bytes)
        ? asked
        : asked with { Bytes = Math.Clamp(ShareOfTeacher * teacher.Bytes, LeastBytes, MostBytes) };
}
