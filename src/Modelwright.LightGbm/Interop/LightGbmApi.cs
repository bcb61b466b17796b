using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Modelwright.LightGbm.Interop;

/// <summary>The C API, one method a function, nothing added; 0 is success. Source: LightGBM 4, include/LightGBM/c_api.h.</summary>
internal static unsafe partial class LightGbmApi
{
    /// <summary>The name without an extension; the runtime adds what the system wants.</summary>
    internal const string Library = "lib_lightgbm";

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial byte* GetLastError();

    [LibraryImport(Library, EntryPoint = "LGBM_RegisterLogCallback")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int RegisterLogCallback(delegate* unmanaged[Cdecl]<byte*, void> callback);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateFromSampledColumn", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int DatasetCreateFromSampledColumn(
        double** values,
        int** rows,
        int columnCount,
        int* countPerColumn,
        int sampledRowCount,
        int rowCount,
        long rowCountOnAllMachines,
        string parameters,
        out DatasetHandle dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateByReference")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int DatasetCreateByReference(DatasetHandle reference, long rowCount, out DatasetHandle dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetPushRows")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int DatasetPushRows(DatasetHandle dataset, double* rows, int elementType, int rowCount, int columnCount, int startRow);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int DatasetSetField(DatasetHandle dataset, string field, float* values, int count, int elementType);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetFree")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int DatasetFree(nint dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterCreate(DatasetHandle training, string parameters, out BoosterHandle booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterAddValidData")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterAddValidData(BoosterHandle booster, DatasetHandle validation);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterUpdateOneIter(BoosterHandle booster, out int isFinished);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterNumberOfTotalModel")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterNumberOfTotalModel(BoosterHandle booster, out int treeCount);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetNumPredict")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterGetNumPredict(BoosterHandle booster, int dataIndex, out long count);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetPredict")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterGetPredict(BoosterHandle booster, int dataIndex, out long written, double* output);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterSaveModelToString")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterSaveModelToString(
        BoosterHandle booster,
        int startIteration,
        int iterationCount,
        int importanceType,
        long bufferLength,
        out long neededLength,
        byte* buffer);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterPredictForMat(
        BoosterHandle booster,
        double* rows,
        int elementType,
        int rowCount,
        int columnCount,
        int isRowMajor,
        int predictType,
        int startIteration,
        int iterationCount,
        string parameters,
        out long written,
        double* output);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMatSingleRowFastInit", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterPredictForMatSingleRowFastInit(
        BoosterHandle booster,
        int predictType,
        int startIteration,
        int iterationCount,
        int elementType,
        int columnCount,
        string parameters,
        out SingleRowHandle settings);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMatSingleRowFast")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterPredictForMatSingleRowFast(SingleRowHandle settings, double* row, out long written, double* output);

    [LibraryImport(Library, EntryPoint = "LGBM_FastConfigFree")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int FastConfigFree(nint settings);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    internal static partial int BoosterFree(nint booster);
}
