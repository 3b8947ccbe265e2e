SELECT 2 * id AS id, identifier AS inspire_id, act_identifier AS plan,
    CASE zone_kind
        WHEN 'SW' THEN '5_2_ResidentialUseWithOtherCompatibleUses'
        WHEN 'SJ' THEN '5_1_PermanentResidentialUse'
        WHEN 'SZ' THEN '5_2_ResidentialUseWithOtherCompatibleUses'
        WHEN 'SU' THEN '3_TertiaryProduction'
        WHEN 'SH' THEN '3_1_1_WholesaleAndRetailTradeAndRepairOfVehiclesAndPersonalAndHouseholdGoods'
        WHEN 'SP' THEN '2_SecondaryProduction'
        WHEN 'SR' THEN '1_1_Agriculture'
        WHEN 'SI' THEN '4_3_Utilities'
        WHEN 'SN' THEN '3_4_4_OpenAirRecreationalAreas'
        WHEN 'SC' THEN '3_3_5_OtherCommunityServices'
        WHEN 'SG' THEN '1_3_MiningAndQuarrying'
        WHEN 'SO' THEN '6_3_NaturalAreasNotInOtherEconomicUse'
        WHEN 'SK' THEN '4_1_TransportNetworks' END AS hilucs_land_use,
    zone_kind AS specific_land_use, nature AS regulation_nature, status AS process_step_general,
    valid_from, valid_to, version_from AS begin_lifespan_version, version_to AS end_lifespan_version,
    max_intensity, max_coverage_pct, max_height_m, min_bio_active_pct, geom
FROM planning.plan_zone
UNION ALL
SELECT 2 * id + 1, area_no, act_identifier, coalesce(hilucs, '6_6_NotKnownUse'), symbol,
    'generallyBinding', status, valid_from, valid_to, NULL, NULL,
    max_intensity, max_coverage_pct, max_height_m, min_bio_active_pct, geom
FROM planning.plan_land_use
